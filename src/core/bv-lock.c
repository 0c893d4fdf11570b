/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who writes into an office file: a small text file beside it, readable for other computers.
 *
 * The file is created exclusively, which holds on shared folders too. While we live we also keep
 * the kernel's lock on it, which ends with the process even when that is killed: so another
 * program on this computer knows a forgotten file from a held one. */
#include "config.h"

#include "bv-error.h"
#include "bv-lock.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define GROUP "lock"
/* Between creating the file and writing into it a program needs no time worth naming. */
#define EMPTY_IS_STALE_SECONDS 60

struct BvLock
{
  char *path; /* of the lock file */
  int fd;
};

static char *
make_lock_path (const char *path)
{
  /* Two names of one file (a link) must meet at one lock. */
  g_autofree char *real = realpath (path, NULL);
  g_autofree char *canonical = g_canonicalize_filename (path, NULL);

  return g_strconcat (real ? real : canonical, ".lock", NULL);
}

static char *
read_line (const char *path)
{
  char *text = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return g_strdup ("");
  return g_strstrip (text);
}

static char *
get_boot (void)
{
  return read_line ("/proc/sys/kernel/random/boot_id");
}

/* Computers of one office may bear the same name. The id itself is not shown to others. */
static char *
get_machine (void)
{
  g_autofree char *id = read_line ("/etc/machine-id");
  g_autofree char *salted = g_strconcat (id, BV_APP_ID, NULL);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, salted, -1);
}

/* The start time tells our process from a later one that got the same number. */
static char *
get_process_start (gint64 pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%" G_GINT64_FORMAT "/stat", pid);
  g_autofree char *text = read_line (path);
  const char *after_name = g_strrstr (text, ") ");
  g_auto (GStrv) fields = g_strsplit (after_name ? after_name + 2 : "", " ", -1);

  /* Field 22 of the line; the third stands first after the name. */
  return g_strdup (g_strv_length (fields) > 19 ? fields[19] : "");
}

static char *
describe_us (void)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *since = g_date_time_format_iso8601 (now);
  g_autofree char *boot = get_boot ();
  g_autofree char *machine = get_machine ();
  g_autofree char *start = get_process_start (getpid ());

  g_key_file_set_string (file, GROUP, "user", g_get_user_name ());
  g_key_file_set_string (file, GROUP, "name", g_get_real_name ());
  g_key_file_set_string (file, GROUP, "host", g_get_host_name ());
  g_key_file_set_string (file, GROUP, "machine", machine);
  g_key_file_set_string (file, GROUP, "boot", boot);
  g_key_file_set_int64 (file, GROUP, "pid", getpid ());
  g_key_file_set_string (file, GROUP, "start", start);
  g_key_file_set_string (file, GROUP, "since", since);
  return g_key_file_to_data (file, NULL, NULL);
}

static char *
get_string (GKeyFile *file, const char *key)
{
  char *value = g_key_file_get_string (file, GROUP, key, NULL);

  return value ? value : g_strdup ("");
}

static char *
describe_holder (GKeyFile *file)
{
  g_autofree char *user = get_string (file, "user");
  g_autofree char *name = get_string (file, "name");
  g_autofree char *host = get_string (file, "host");
  g_autofree char *since = get_string (file, "since");
  g_autoptr (GDateTime) utc = g_date_time_new_from_iso8601 (since, NULL);
  g_autoptr (GDateTime) local = utc ? g_date_time_to_local (utc) : NULL;
  g_autofree char *at = NULL;
  const char *who = *name && !g_str_equal (name, "Unknown") ? name : user;

  if (!*who || !*host || !local)
    return g_strdup (_ ("somebody else"));
  /* TRANSLATORS: a moment as strftime() writes it. */
  at = g_date_time_format (local, _ ("%H:%M on %d/%m/%Y"));
  /* TRANSLATORS: who holds a file: person, computer, since when. */
  return g_strdup_printf (_ ("%s on %s, since %s"), who, host, at);
}

static gboolean
is_process_alive (GKeyFile *file)
{
  gint64 pid = g_key_file_get_int64 (file, GROUP, "pid", NULL);
  g_autofree char *then = get_string (file, "start");
  g_autofree char *now = NULL;

  if (pid <= 0 || (kill ((pid_t) pid, 0) != 0 && errno == ESRCH))
    return FALSE;
  now = get_process_start (pid);
  return g_str_equal (then, now);
}

static gboolean
is_our_computer (GKeyFile *file)
{
  g_autofree char *machine = get_string (file, "machine");
  g_autofree char *our_machine = get_machine ();
  g_autofree char *host = get_string (file, "host");

  return g_str_equal (machine, our_machine) && g_str_equal (host, g_get_host_name ());
}

/* An empty file was left by a program that died while writing it. */
static gboolean
is_old_and_empty (int fd)
{
  struct stat status;

  return fstat (fd, &status) == 0 && status.st_size == 0
         && g_get_real_time () / G_USEC_PER_SEC - status.st_mtime > EMPTY_IS_STALE_SECONDS;
}

/* Whether the holder is gone for certain. When it is, the kernel's lock is ours as well (where the
 * folder knows such locks), so that only one program takes over. */
static gboolean
is_stale (int fd, GKeyFile *file, gboolean readable)
{
  g_autofree char *boot = NULL;
  g_autofree char *our_boot = NULL;
  gboolean same_boot;

  if (!readable)
    return is_old_and_empty (fd) && flock (fd, LOCK_EX | LOCK_NB) == 0;
  if (!is_our_computer (file))
    return FALSE;
  boot = get_string (file, "boot");
  our_boot = get_boot ();
  same_boot = g_str_equal (boot, our_boot);
  if (flock (fd, LOCK_EX | LOCK_NB) == 0)
    return TRUE;
  if (errno == EWOULDBLOCK)
    return FALSE;
  return !same_boot || !is_process_alive (file);
}

static gboolean
is_still_at (int fd, const char *path)
{
  struct stat ours;
  struct stat theirs;

  return fstat (fd, &ours) == 0 && stat (path, &theirs) == 0 && ours.st_dev == theirs.st_dev
         && ours.st_ino == theirs.st_ino;
}

static GKeyFile *
read_lock (int fd, gboolean *readable)
{
  GKeyFile *file = g_key_file_new ();
  char text[8192];
  ssize_t n = pread (fd, text, sizeof text, 0);

  *readable = n > 0 && g_key_file_load_from_data (file, text, (gsize) n, G_KEY_FILE_NONE, NULL)
              && g_key_file_has_group (file, GROUP);
  return file;
}

/* %TRUE when the lock file that stood in the way is gone; else @holder says whose it is. */
static gboolean
remove_stale (const char *path, char **holder)
{
  int fd = g_open (path, O_RDWR | O_CLOEXEC, 0);
  g_autoptr (GKeyFile) file = NULL;
  gboolean readable;
  gboolean gone = FALSE;

  /* Some shared folders lock only what is open for writing; others do not let us write. */
  if (fd < 0)
    fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  if (fd < 0) {
    *holder = g_strdup (_ ("somebody else"));
    return errno == ENOENT;
  }
  file = read_lock (fd, &readable);
  if (is_stale (fd, file, readable))
    gone = !is_still_at (fd, path) || g_unlink (path) == 0;
  if (!gone)
    *holder = describe_holder (file);
  close (fd);
  return gone;
}

static gboolean
set_error (const char *path, int system_errno, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_filename_display_name (folder);

  g_info ("%s: %s", path, g_strerror (system_errno));
  if (system_errno == EROFS || system_errno == EACCES || system_errno == EPERM)
    g_set_error (error,
                 BV_ERROR,
                 BV_ERROR_READ_ONLY,
                 _ ("Nothing can be saved in the folder “%s”: it is read-only. Copy the file to a "
                    "folder of yours and open the copy."),
                 name);
  else if (system_errno == ENOSPC || system_errno == EDQUOT)
    g_set_error (error,
                 BV_ERROR,
                 BV_ERROR_FULL,
                 _ ("There is no room left on the disk of “%s”. Free some space, then try again."),
                 name);
  else
    g_set_error (error,
                 BV_ERROR,
                 BV_ERROR_FAILED,
                 _ ("The folder “%s” cannot be reached. Check the disk or the network, then try "
                    "again."),
                 name);
  return FALSE;
}

static gboolean
write_all (int fd, const char *text)
{
  gsize length = strlen (text);

  while (length > 0) {
    ssize_t n = write (fd, text, length);

    if (n < 0 && errno != EINTR)
      return FALSE;
    if (n > 0) {
      text += n;
      length -= (gsize) n;
    }
  }
  return fsync (fd) == 0 || errno == EINVAL;
}

/* The lock just created, or %NULL with errno. */
static BvLock *
create_lock (const char *path)
{
  int fd = g_open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  g_autofree char *text = NULL;
  BvLock *self;

  if (fd < 0)
    return NULL;
  /* Before the text: nobody tries this lock while the file is empty and young. */
  if (flock (fd, LOCK_EX | LOCK_NB) != 0)
    g_info ("%s: no kernel lock: %s", path, g_strerror (errno));
  text = describe_us ();
  if (!write_all (fd, text)) {
    int system_errno = errno;

    g_unlink (path);
    close (fd);
    errno = system_errno;
    return NULL;
  }
  self = g_new0 (BvLock, 1);
  self->path = g_strdup (path);
  self->fd = fd;
  return self;
}

static void
set_locked (const char *path, const char *who, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);

  g_set_error (error,
               BV_ERROR,
               BV_ERROR_LOCKED,
               _ ("“%s” is open for writing elsewhere: %s. Meanwhile it can only be read."),
               name,
               who);
}

BvLock *
bv_lock_take (const char *path, char **holder, GError **error)
{
  g_autofree char *lock_path = make_lock_path (path);
  g_autofree char *who = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  if (holder)
    *holder = NULL;
  /* Twice is enough: once in the way of a dead one, once against somebody as quick as us. */
  for (guint attempt = 0; attempt < 3; attempt++) {
    BvLock *self = create_lock (lock_path);

    if (self)
      return self;
    if (errno != EEXIST) {
      set_error (lock_path, errno, error);
      return NULL;
    }
    g_clear_pointer (&who, g_free);
    if (!remove_stale (lock_path, &who))
      break;
  }
  if (!who)
    who = g_strdup (_ ("somebody else"));
  set_locked (path, who, error);
  if (holder)
    *holder = g_steal_pointer (&who);
  return NULL;
}

static GKeyFile *
load_lock (const char *lock_path)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();

  if (!g_key_file_load_from_file (file, lock_path, G_KEY_FILE_NONE, NULL))
    return NULL;
  return g_steal_pointer (&file);
}

gboolean
bv_lock_is_foreign (const char *path)
{
  g_autofree char *lock_path = make_lock_path (path);
  g_autoptr (GKeyFile) file = load_lock (lock_path);

  return file && !is_our_computer (file);
}

gboolean
bv_lock_discard (const char *path, GError **error)
{
  g_autofree char *lock_path = make_lock_path (path);
  g_autoptr (GKeyFile) file = load_lock (lock_path);
  g_autofree char *holder = file ? describe_holder (file) : NULL;

  if (file && is_our_computer (file)) {
    set_locked (path, holder, error);
    return FALSE;
  }
  if (g_unlink (lock_path) != 0 && errno != ENOENT)
    return set_error (lock_path, errno, error);
  g_info ("%s: lock of %s discarded", lock_path, holder ? holder : "nobody known");
  return TRUE;
}

gboolean
bv_lock_is_held (const BvLock *self)
{
  return is_still_at (self->fd, self->path);
}

void
bv_lock_release (BvLock *self)
{
  if (!self)
    return;
  /* Whoever deleted our file by hand may have let somebody else in. */
  if (is_still_at (self->fd, self->path))
    g_unlink (self->path);
  close (self->fd);
  g_free (self->path);
  g_free (self);
}
