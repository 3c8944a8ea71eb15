#ifndef CSYSTEM_H
#define CSYSTEM_H

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/// Writes everything of the file system that holds an open file to its disk; 0, or -1 with errno set.
int csystem_sync_file_system(int descriptor);

/// Renames a file unless the new name is taken; 0, or -1 with errno set: EEXIST where it is.
int csystem_rename_if_free(int folder, const char *name, int new_folder, const char *new_name);

/// Makes a pipe whose ends no other program inherits and whose numbers are none of 0, 1 and 2; 0, or -1 with errno
/// set.
int csystem_pipe(int ends[2]);

/// Starts a program, looked for in PATH, with what this one ignores set back to usual. 0, or an error number.
///
/// @param folder where it stands; NULL for where this one stands.
/// @param input its standard input; -1 for nothing. The same holds for output and error.
/// @param has_own_session whether it gets a session (and so a process group) of its own, away from the terminal.
int csystem_spawn(
    pid_t *child, char *const words[], char *const environment[], const char *folder, int input, int output,
    int error, int has_own_session);

/// A descriptor that can be read from, as poll says, once a child has ended; -1 where the system has none.
int csystem_open_end(pid_t child);

/// Has SIGINT, SIGTERM and SIGHUP no longer end this process, until csystem_end_interrupts.
///
/// @return a descriptor that can be read from, as poll says, once one of them has come; -1 with errno set.
int csystem_begin_interrupts(void);

/// Sets those signals back to what they did; after the last one of several that began.
void csystem_end_interrupts(void);

/// Stands in the line for a lock, for as long as its file is open.
///
/// @param descriptor of the file, open for writing.
/// @return whom to wait for, for csystem_wait_in_line; -1 for nobody, which is also what a system says that has no lines.
off_t csystem_join_line(int descriptor);

/// Waits until those who stood in line before are gone.
void csystem_wait_in_line(int descriptor, off_t place);

/// Whether csystem_sha256 works on this processor.
int csystem_has_sha256(void);

/// Takes up blocks of 64 bytes into a state of SHA-256 (FIPS 180-4, 6.2.2).
void csystem_sha256(uint32_t state[8], const uint32_t constants[64], const uint8_t *blocks, size_t count);

#endif
