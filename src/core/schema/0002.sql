-- SPDX-License-Identifier: GPL-3.0-or-later
-- From score to decision: rule packs, conditions, the council and its votes, decisions and their memory.
-- Tables that stay small have no index of their own: an empty page for each would only make the file larger.

CREATE TABLE rule_pack (
  id INTEGER PRIMARY KEY NOT NULL,
  code TEXT NOT NULL,
  title TEXT NOT NULL,
  valid_from TEXT NOT NULL,
  valid_to TEXT,
  content TEXT NOT NULL,
  note TEXT
) STRICT;

CREATE TABLE restriction (
  id INTEGER PRIMARY KEY NOT NULL,
  subject_id INTEGER NOT NULL REFERENCES subject (id),
  type TEXT NOT NULL,
  from_on TEXT NOT NULL,
  to_on TEXT,
  document_number TEXT,
  document_date TEXT,
  note TEXT
) STRICT;
CREATE INDEX restriction_subject ON restriction (subject_id);

CREATE TABLE absence (
  id INTEGER PRIMARY KEY NOT NULL,
  person_id INTEGER NOT NULL REFERENCES person (id),
  type TEXT NOT NULL,
  from_on TEXT NOT NULL,
  to_on TEXT,
  working_days INTEGER,
  document_number TEXT,
  note TEXT
) STRICT;
CREATE INDEX absence_person ON absence (person_id);

CREATE TABLE initiative (
  id INTEGER PRIMARY KEY NOT NULL,
  subject_id INTEGER NOT NULL REFERENCES subject (id),
  title TEXT NOT NULL,
  scope TEXT,
  recognised_on TEXT,
  recognised_by TEXT,
  document_number TEXT,
  note TEXT
) STRICT;
CREATE INDEX initiative_subject ON initiative (subject_id);

CREATE TABLE rating (
  id INTEGER PRIMARY KEY NOT NULL,
  subject_id INTEGER NOT NULL REFERENCES subject (id),
  year INTEGER NOT NULL,
  level TEXT NOT NULL,
  document_number TEXT,
  note TEXT
) STRICT;
CREATE INDEX rating_subject ON rating (subject_id);

CREATE TABLE decision (
  id INTEGER PRIMARY KEY NOT NULL,
  movement_id INTEGER NOT NULL REFERENCES movement (id),
  number TEXT NOT NULL,
  issued_on TEXT NOT NULL,
  title TEXT,
  decider TEXT,
  signer TEXT,
  signer_title TEXT,
  note TEXT
) STRICT;

CREATE TABLE proposal_ground (
  id INTEGER PRIMARY KEY NOT NULL,
  proposal_id INTEGER NOT NULL REFERENCES proposal (id),
  achievement_id INTEGER NOT NULL REFERENCES achievement (id)
) STRICT;
CREATE INDEX proposal_ground_proposal ON proposal_ground (proposal_id);
CREATE INDEX proposal_ground_achievement ON proposal_ground (achievement_id);

CREATE TABLE award (
  id INTEGER PRIMARY KEY NOT NULL,
  subject_id INTEGER NOT NULL REFERENCES subject (id),
  award_form_id INTEGER NOT NULL REFERENCES award_form (id),
  type TEXT NOT NULL,
  year INTEGER,
  decision_number TEXT,
  decision_date TEXT,
  decider TEXT,
  signer TEXT,
  content TEXT,
  amount INTEGER,
  typical INTEGER,
  movement_id INTEGER REFERENCES movement (id),
  decision_id INTEGER REFERENCES decision (id),
  proposal_id INTEGER REFERENCES proposal (id),
  revoked_on TEXT,
  revoke_reason TEXT,
  revoke_document TEXT,
  recovered_on TEXT,
  recovered_amount INTEGER,
  note TEXT
) STRICT;
CREATE INDEX award_subject ON award (subject_id);

CREATE TABLE award_ground (
  id INTEGER PRIMARY KEY NOT NULL,
  award_id INTEGER NOT NULL REFERENCES award (id),
  achievement_id INTEGER NOT NULL REFERENCES achievement (id)
) STRICT;
CREATE INDEX award_ground_award ON award_ground (award_id);
CREATE INDEX award_ground_achievement ON award_ground (achievement_id);

CREATE TABLE eligibility_override (
  id INTEGER PRIMARY KEY NOT NULL,
  movement_id INTEGER NOT NULL REFERENCES movement (id),
  subject_id INTEGER NOT NULL REFERENCES subject (id),
  award_form_id INTEGER REFERENCES award_form (id),
  check_name TEXT NOT NULL,
  decided_by TEXT NOT NULL,
  reason TEXT NOT NULL,
  document_number TEXT NOT NULL,
  decided_on TEXT
) STRICT;
CREATE INDEX eligibility_override_subject ON eligibility_override (subject_id);

CREATE TABLE council (
  id INTEGER PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  decision_number TEXT,
  decision_date TEXT,
  from_on TEXT,
  to_on TEXT,
  note TEXT
) STRICT;

CREATE TABLE council_member (
  id INTEGER PRIMARY KEY NOT NULL,
  council_id INTEGER NOT NULL REFERENCES council (id),
  position INTEGER,
  full_name TEXT NOT NULL,
  person_id INTEGER REFERENCES person (id),
  job_title TEXT,
  role TEXT NOT NULL,
  from_on TEXT,
  to_on TEXT,
  note TEXT
) STRICT;

CREATE TABLE session (
  id INTEGER PRIMARY KEY NOT NULL,
  movement_id INTEGER NOT NULL REFERENCES movement (id),
  council_id INTEGER NOT NULL REFERENCES council (id),
  title TEXT NOT NULL,
  held_on TEXT,
  place TEXT,
  chair_id INTEGER REFERENCES council_member (id),
  secretary_id INTEGER REFERENCES council_member (id),
  status TEXT NOT NULL,
  minutes TEXT,
  pack_code TEXT,
  sealed_on TEXT,
  seal TEXT,
  sealed_text TEXT,
  reopened_on TEXT,
  reopen_reason TEXT
) STRICT;

CREATE TABLE attendance (
  id INTEGER PRIMARY KEY NOT NULL,
  session_id INTEGER NOT NULL REFERENCES session (id),
  member_id INTEGER NOT NULL REFERENCES council_member (id),
  presence TEXT NOT NULL,
  reason TEXT,
  received_on TEXT
) STRICT;

CREATE TABLE recusal (
  id INTEGER PRIMARY KEY NOT NULL,
  session_id INTEGER NOT NULL REFERENCES session (id),
  member_id INTEGER NOT NULL REFERENCES council_member (id),
  subject_id INTEGER NOT NULL REFERENCES subject (id),
  reason TEXT NOT NULL
) STRICT;

CREATE TABLE ballot (
  id INTEGER PRIMARY KEY NOT NULL,
  session_id INTEGER NOT NULL REFERENCES session (id),
  position INTEGER,
  subject_id INTEGER NOT NULL REFERENCES subject (id),
  award_form_id INTEGER NOT NULL REFERENCES award_form (id),
  proposal_id INTEGER REFERENCES proposal (id),
  agenda TEXT,
  lowered_from_id INTEGER REFERENCES award_form (id),
  need INTEGER,
  yes INTEGER,
  total INTEGER,
  outcome TEXT,
  note TEXT
) STRICT;

CREATE TABLE tally (
  id INTEGER PRIMARY KEY NOT NULL,
  session_id INTEGER NOT NULL REFERENCES session (id),
  ballot_id INTEGER REFERENCES ballot (id),
  entry INTEGER NOT NULL,
  issued INTEGER,
  returned INTEGER,
  blank INTEGER,
  invalid INTEGER,
  yes INTEGER,
  no INTEGER,
  written_yes INTEGER,
  written_no INTEGER
) STRICT;

CREATE TABLE member_sheet (
  id INTEGER PRIMARY KEY NOT NULL,
  movement_id INTEGER NOT NULL REFERENCES movement (id),
  member_id INTEGER NOT NULL REFERENCES council_member (id),
  subject_id INTEGER NOT NULL REFERENCES subject (id),
  state TEXT NOT NULL,
  reason TEXT
) STRICT;
CREATE INDEX member_sheet_movement ON member_sheet (movement_id);
CREATE INDEX member_sheet_subject ON member_sheet (subject_id);

CREATE TABLE member_score (
  id INTEGER PRIMARY KEY NOT NULL,
  movement_id INTEGER NOT NULL REFERENCES movement (id),
  member_id INTEGER NOT NULL REFERENCES council_member (id),
  subject_id INTEGER NOT NULL REFERENCES subject (id),
  criterion_id INTEGER NOT NULL REFERENCES criterion (id),
  points INTEGER NOT NULL
) STRICT;
CREATE INDEX member_score_movement ON member_score (movement_id, subject_id, member_id, criterion_id, points);
CREATE INDEX member_score_subject ON member_score (subject_id);

CREATE TABLE inspection (
  id INTEGER PRIMARY KEY NOT NULL,
  movement_id INTEGER NOT NULL REFERENCES movement (id),
  department_id INTEGER REFERENCES department (id),
  inspected_on TEXT,
  inspector TEXT,
  content TEXT NOT NULL,
  finding TEXT,
  conclusion TEXT,
  document_number TEXT,
  note TEXT
) STRICT;

CREATE TABLE publication (
  id INTEGER PRIMARY KEY NOT NULL,
  movement_id INTEGER NOT NULL REFERENCES movement (id),
  from_on TEXT NOT NULL,
  to_on TEXT,
  place TEXT NOT NULL,
  document_number TEXT,
  note TEXT
) STRICT;

CREATE TABLE remark (
  id INTEGER PRIMARY KEY NOT NULL,
  publication_id INTEGER NOT NULL REFERENCES publication (id),
  received_on TEXT,
  sender TEXT,
  subject_id INTEGER REFERENCES subject (id),
  content TEXT NOT NULL,
  answer TEXT,
  answered_on TEXT
) STRICT;

-- Own wording of documents, and the register of what left the office.
CREATE TABLE wording (
  id INTEGER PRIMARY KEY NOT NULL,
  document TEXT NOT NULL,
  sentence TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;

CREATE TABLE issue (
  id INTEGER PRIMARY KEY NOT NULL,
  movement_id INTEGER NOT NULL REFERENCES movement (id),
  issued_at TEXT NOT NULL,
  title TEXT NOT NULL,
  medium TEXT NOT NULL,
  n_pages INTEGER,
  actor TEXT,
  file_name TEXT,
  fingerprint TEXT,
  step INTEGER,
  note TEXT
) STRICT;

CREATE TABLE submission (
  id INTEGER PRIMARY KEY NOT NULL,
  movement_id INTEGER NOT NULL REFERENCES movement (id),
  department_id INTEGER NOT NULL REFERENCES department (id),
  form TEXT NOT NULL,
  state TEXT NOT NULL,
  due_on TEXT,
  state_on TEXT,
  note TEXT
) STRICT;

-- Columns of tables that are there already.
ALTER TABLE person ADD COLUMN staff_code TEXT;
ALTER TABLE achievement ADD COLUMN n_returned INTEGER;   -- how often it was returned
ALTER TABLE achievement ADD COLUMN mend TEXT;            -- names of the fields to mend, a space between
ALTER TABLE movement ADD COLUMN award_type TEXT;
ALTER TABLE movement ADD COLUMN dossier_on TEXT;
ALTER TABLE movement ADD COLUMN member_sheets INTEGER;
ALTER TABLE movement ADD COLUMN rule_pack_code TEXT;
ALTER TABLE movement ADD COLUMN rule_pack TEXT;          -- the pack as it was at the launch, JSON
ALTER TABLE movement ADD COLUMN rebase_reason TEXT;
ALTER TABLE proposal ADD COLUMN state TEXT;
ALTER TABLE proposal ADD COLUMN state_on TEXT;
ALTER TABLE proposal ADD COLUMN state_reason TEXT;
ALTER TABLE proposal ADD COLUMN submission_number TEXT;
ALTER TABLE proposal ADD COLUMN decision_id INTEGER REFERENCES decision (id);
ALTER TABLE proposal ADD COLUMN base_salary INTEGER;     -- đồng, frozen with the decision
ALTER TABLE proposal ADD COLUMN bonus INTEGER;           -- đồng, frozen with the decision
ALTER TABLE proposal ADD COLUMN lowered_from_id INTEGER REFERENCES award_form (id);
ALTER TABLE proposal ADD COLUMN typical INTEGER;
ALTER TABLE proposal ADD COLUMN vote_yes INTEGER;
ALTER TABLE proposal ADD COLUMN vote_total INTEGER;
ALTER TABLE proposal ADD COLUMN vote_need INTEGER;
ALTER TABLE proposal ADD COLUMN vote_outcome TEXT;
CREATE INDEX proposal_decision ON proposal (decision_id);
