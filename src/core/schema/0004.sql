-- SPDX-License-Identifier: GPL-3.0-or-later
-- Which fields the search index holds: kinds that a newer program searches by more are indexed anew.

ALTER TABLE file ADD COLUMN searched TEXT;               -- a line for each kind: its table and the fields
-- Kinds of many rows have been searched by these since the first version.
UPDATE file SET searched = 'achievement title subject_id description document_number' || char (10)
  || 'person full_name staff_code department_id job_title note' || char (10)
  || 'pledge subject_id commitment' || char (10);
