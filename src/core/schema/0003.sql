-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a document of the register was drawn up from, where certificates are printed, who heads a unit.

ALTER TABLE issue ADD COLUMN document TEXT;
ALTER TABLE issue ADD COLUMN about TEXT;                 -- ids of the rows it speaks of, a space between
ALTER TABLE office ADD COLUMN certificate_x INTEGER;     -- hundredths of a millimetre to the right
ALTER TABLE office ADD COLUMN certificate_y INTEGER;     -- hundredths of a millimetre down
ALTER TABLE posting ADD COLUMN unit_place TEXT;          -- head, deputy; none: as the position says
