-- SPDX-License-Identifier: GPL-3.0-or-later
-- The first schema. What changesets demand of it: every table has a NOT NULL primary key, foreign keys are
-- NO ACTION, no triggers, no generated columns, no UNIQUE on what people reorder. Later steps only add, at the end.
-- Points and targets are hundredths, percents basis points, coefficients thousandths, dates 'YYYY-MM-DD'.

-- Kept by the program, not tracked by the history.
CREATE TABLE file (
  id INTEGER PRIMARY KEY NOT NULL CHECK (id = 1),
  file_number INTEGER NOT NULL,      -- high bits of every id made in this file
  next_number INTEGER NOT NULL,      -- low bits of the next id
  collation TEXT NOT NULL,           -- version of the collator that made the *_key columns
  clean INTEGER NOT NULL,            -- 0 while a writer has it open
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE history (
  id INTEGER PRIMARY KEY NOT NULL,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  title TEXT NOT NULL,
  n_rows INTEGER NOT NULL,
  tables TEXT NOT NULL,              -- ' person pledge ': for the log's filter
  schema INTEGER NOT NULL,           -- user_version the changeset was recorded under
  state INTEGER NOT NULL,            -- 0 done, 1 undone, 2 dropped
  changeset BLOB NOT NULL
) STRICT;
CREATE INDEX history_state ON history (state, id);

CREATE TABLE content (
  id INTEGER PRIMARY KEY NOT NULL,
  sha256 TEXT NOT NULL UNIQUE,
  data BLOB NOT NULL
) STRICT;

-- One row for each row of a searched kind, under the same id; both columns are folded text.
CREATE VIRTUAL TABLE search USING fts5 (
  kind, text, tokenize = "unicode61 remove_diacritics 0", prefix = '2 3'
);

-- Tracked: what people enter.
CREATE TABLE subject (
  id INTEGER PRIMARY KEY NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('department', 'person'))
) STRICT;

CREATE TABLE office (
  id INTEGER PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  superior TEXT,
  place TEXT,
  head_name TEXT,
  head_title TEXT,
  symbol TEXT,
  address TEXT,
  note TEXT
) STRICT;

CREATE TABLE department (
  id INTEGER PRIMARY KEY NOT NULL REFERENCES subject (id),
  name TEXT NOT NULL,
  short_name TEXT,
  type TEXT,
  position INTEGER,
  founded_on TEXT,
  dissolved_on TEXT,
  note TEXT,
  name_key BLOB
) STRICT;

CREATE TABLE person (
  id INTEGER PRIMARY KEY NOT NULL REFERENCES subject (id),
  full_name TEXT NOT NULL,
  family TEXT,
  middle TEXT,
  given TEXT,
  sex TEXT,
  birth_date TEXT,
  category TEXT,
  department_id INTEGER REFERENCES department (id),
  job_title TEXT,
  is_leader INTEGER,
  status TEXT,
  joined_on TEXT,
  left_on TEXT,
  note TEXT,
  full_name_key BLOB
) STRICT;
CREATE INDEX person_full_name ON person (full_name_key, birth_date);
CREATE INDEX person_department ON person (department_id);

CREATE TABLE posting (
  id INTEGER PRIMARY KEY NOT NULL,
  person_id INTEGER NOT NULL REFERENCES person (id),
  department_id INTEGER REFERENCES department (id),
  job_title TEXT,
  is_leader INTEGER,
  from_on TEXT NOT NULL,
  to_on TEXT,
  document_number TEXT,
  note TEXT
) STRICT;
CREATE INDEX posting_person ON posting (person_id, from_on);
CREATE INDEX posting_department ON posting (department_id);

CREATE TABLE movement (
  id INTEGER PRIMARY KEY NOT NULL,
  title TEXT NOT NULL,
  short_title TEXT,
  theme TEXT,
  document_number TEXT,
  issued_on TEXT,
  start_on TEXT,
  end_on TEXT,
  status TEXT,
  cap INTEGER,
  legal_basis TEXT,
  aims TEXT,
  recipients TEXT,
  note TEXT,
  title_key BLOB
) STRICT;
CREATE INDEX movement_start ON movement (start_on);

CREATE TABLE criterion (
  id INTEGER PRIMARY KEY NOT NULL,
  movement_id INTEGER NOT NULL REFERENCES movement (id),
  position INTEGER,
  label TEXT,
  title TEXT NOT NULL,
  content TEXT,
  max_points INTEGER NOT NULL,
  for_collectives INTEGER,
  for_individuals INTEGER,
  from_evidence INTEGER,
  title_key BLOB
) STRICT;
CREATE INDEX criterion_movement ON criterion (movement_id, position);

CREATE TABLE dissemination (
  id INTEGER PRIMARY KEY NOT NULL,
  movement_id INTEGER NOT NULL REFERENCES movement (id),
  department_id INTEGER NOT NULL REFERENCES department (id),
  informed_on TEXT,
  method TEXT,
  attendees INTEGER,
  document_number TEXT,
  note TEXT
) STRICT;
CREATE INDEX dissemination_movement ON dissemination (movement_id, informed_on);
CREATE INDEX dissemination_department ON dissemination (department_id);

CREATE TABLE award_form (
  id INTEGER PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  code TEXT,
  type TEXT,
  subject_type TEXT,
  level TEXT,
  decider TEXT,
  cycle TEXT,
  coefficient INTEGER,
  vote_share INTEGER,
  legal_reference TEXT,
  valid_from TEXT,
  valid_to TEXT,
  confirmed INTEGER,
  name_key BLOB
) STRICT;

CREATE TABLE quota (
  id INTEGER PRIMARY KEY NOT NULL,
  movement_id INTEGER NOT NULL REFERENCES movement (id),
  award_form_id INTEGER NOT NULL REFERENCES award_form (id),
  list TEXT NOT NULL,
  precedence INTEGER,
  percent INTEGER NOT NULL,
  base INTEGER NOT NULL,
  base_note TEXT,
  rounding TEXT,
  minimum INTEGER
) STRICT;
CREATE INDEX quota_movement ON quota (movement_id, precedence);
CREATE INDEX quota_award_form ON quota (award_form_id);

CREATE TABLE pledge (
  id INTEGER PRIMARY KEY NOT NULL,
  movement_id INTEGER NOT NULL REFERENCES movement (id),
  subject_id INTEGER NOT NULL REFERENCES subject (id),
  criterion_id INTEGER NOT NULL REFERENCES criterion (id),
  commitment TEXT NOT NULL,
  target INTEGER,
  unit TEXT,
  due_on TEXT,
  award_form_id INTEGER REFERENCES award_form (id),
  registered_on TEXT,
  note TEXT,
  commitment_key BLOB
) STRICT;
CREATE INDEX pledge_commitment ON pledge (movement_id, commitment_key);
CREATE INDEX pledge_due ON pledge (movement_id, due_on);
CREATE INDEX pledge_registered ON pledge (movement_id, registered_on);
CREATE INDEX pledge_subject ON pledge (subject_id, movement_id);
CREATE INDEX pledge_criterion ON pledge (criterion_id, movement_id);
CREATE INDEX pledge_award_form ON pledge (award_form_id);

CREATE TABLE achievement (
  id INTEGER PRIMARY KEY NOT NULL,
  movement_id INTEGER NOT NULL REFERENCES movement (id),
  subject_id INTEGER NOT NULL REFERENCES subject (id),
  criterion_id INTEGER NOT NULL REFERENCES criterion (id),
  title TEXT NOT NULL,
  description TEXT,
  achieved_on TEXT,
  share INTEGER,
  points INTEGER,
  document_number TEXT,
  document_date TEXT,
  status TEXT NOT NULL,
  return_reason TEXT,
  verified_by TEXT,
  verified_on TEXT,
  typical INTEGER,
  note TEXT,
  title_key BLOB
) STRICT;
CREATE INDEX achievement_on ON achievement (movement_id, achieved_on);
CREATE INDEX achievement_title ON achievement (movement_id, title_key);
CREATE INDEX achievement_assessed ON achievement (movement_id, status, subject_id, criterion_id, points, share);
CREATE INDEX achievement_subject ON achievement (subject_id, movement_id);
CREATE INDEX achievement_criterion ON achievement (criterion_id, movement_id);

CREATE TABLE credit (
  id INTEGER PRIMARY KEY NOT NULL,
  achievement_id INTEGER NOT NULL REFERENCES achievement (id),
  subject_id INTEGER NOT NULL REFERENCES subject (id),
  role TEXT NOT NULL,
  share INTEGER NOT NULL,
  note TEXT
) STRICT;
CREATE INDEX credit_achievement ON credit (achievement_id);
CREATE INDEX credit_subject ON credit (subject_id, achievement_id, share);

CREATE TABLE attachment (
  id INTEGER PRIMARY KEY NOT NULL,
  achievement_id INTEGER NOT NULL REFERENCES achievement (id),
  name TEXT NOT NULL,
  media_type TEXT,
  size INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  added_on TEXT,
  note TEXT
) STRICT;
CREATE INDEX attachment_achievement ON attachment (achievement_id);
CREATE INDEX attachment_sha256 ON attachment (sha256);

CREATE TABLE score (
  id INTEGER PRIMARY KEY NOT NULL,
  movement_id INTEGER NOT NULL REFERENCES movement (id),
  subject_id INTEGER NOT NULL REFERENCES subject (id),
  criterion_id INTEGER NOT NULL REFERENCES criterion (id),
  stage TEXT NOT NULL,
  points INTEGER NOT NULL,
  reason TEXT
) STRICT;
CREATE INDEX score_assessed ON score (movement_id, subject_id, criterion_id, stage, points);
CREATE INDEX score_subject ON score (subject_id);
CREATE INDEX score_criterion ON score (criterion_id);

CREATE TABLE adjustment (
  id INTEGER PRIMARY KEY NOT NULL,
  movement_id INTEGER NOT NULL REFERENCES movement (id),
  subject_id INTEGER NOT NULL REFERENCES subject (id),
  type TEXT NOT NULL,
  points INTEGER NOT NULL,
  reason TEXT NOT NULL,
  decided_on TEXT,
  document_number TEXT
) STRICT;
CREATE INDEX adjustment_movement ON adjustment (movement_id, subject_id);
CREATE INDEX adjustment_subject ON adjustment (subject_id);

CREATE TABLE proposal (
  id INTEGER PRIMARY KEY NOT NULL,
  movement_id INTEGER NOT NULL REFERENCES movement (id),
  subject_id INTEGER NOT NULL REFERENCES subject (id),
  award_form_id INTEGER NOT NULL REFERENCES award_form (id),
  position INTEGER,
  rank INTEGER,
  total INTEGER,
  outcome TEXT,
  summary TEXT,
  grounds TEXT,
  note TEXT
) STRICT;
CREATE INDEX proposal_movement ON proposal (movement_id, position);
CREATE INDEX proposal_subject ON proposal (subject_id);
CREATE INDEX proposal_award_form ON proposal (award_form_id);
