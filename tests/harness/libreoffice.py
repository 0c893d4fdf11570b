# SPDX-License-Identifier: GPL-3.0-or-later
"""LibreOffice for the tests that look at what it makes of our files. Starting it takes longer than converting one."""
import os
import subprocess

# Under the sanitizers the same files come out: what others make of them is looked at once, without.
LOOKS = 'BV_SANITIZED' not in os.environ


def convert(folder, ending, outdir, *paths):
    """Converts all of them in one start; their profile lies in folder."""
    subprocess.run(('soffice', '--headless', '--norestore', f'-env:UserInstallation=file://{folder}/libreoffice',
                    '--convert-to', ending, '--outdir', outdir) + paths,
                   check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=240)
    for path in paths:
        made = os.path.join(outdir, os.path.splitext(os.path.basename(path))[0] + '.' + ending)
        if not os.path.exists(made):
            raise FileNotFoundError(f'LibreOffice made nothing of {path}')
