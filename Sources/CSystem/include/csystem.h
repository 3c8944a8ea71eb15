#ifndef CSYSTEM_H
#define CSYSTEM_H

/// Writes everything of the file system that holds an open file to its disk; 0, or -1 with errno set.
int csystem_sync_file_system(int descriptor);

#endif
