-- SPDX-License-Identifier: GPL-3.0-or-later
-- Which fields the search index holds: kinds that a newer program searches by more are indexed anew.

ALTER TABLE file ADD COLUMN searched TEXT;               -- a line for each kind: its table and the fields
-- Kinds of many rows have been searched by these since the first version.
UPDATE file SET searched = 'achievement title subject_id description document_number' || char (10)
  || 'person full_name staff_code department_id job_title note' || char (10)
  || 'pledge subject_id commitment' || char (10);

-- What becomes of departments: where one went, and how it was called before.

CREATE TABLE former_name (
  id INTEGER PRIMARY KEY NOT NULL,
  department_id INTEGER NOT NULL REFERENCES department (id),
  name TEXT NOT NULL,
  short_name TEXT,
  until_on TEXT NOT NULL,            -- the last day with this name
  document_number TEXT,
  note TEXT
) STRICT;
ALTER TABLE department ADD COLUMN successor_id INTEGER REFERENCES department (id);

-- Evidence that is stored while others go on writing. Kept by the program, not tracked by the history:
-- a large content in the order of the ids, after what content.data holds of it. The row of the content
-- comes last; pieces without one were left by a program that was killed.

CREATE TABLE content_piece (
  id INTEGER PRIMARY KEY NOT NULL,
  content_id INTEGER NOT NULL,
  data BLOB NOT NULL
) STRICT;
CREATE INDEX content_piece_content ON content_piece (content_id, id);
