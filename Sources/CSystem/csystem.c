#define _GNU_SOURCE
#include "csystem.h"

#include <stdio.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/syscall.h>
#endif

int csystem_sync_file_system(int descriptor) {
#ifdef __linux__
    return syncfs(descriptor);
#else
    (void)descriptor;
    sync();
    return 0;
#endif
}

int csystem_rename_if_free(int folder, const char *name, int new_folder, const char *new_name) {
#ifdef __linux__
    // Not every C library has a function for it; 1 is RENAME_NOREPLACE.
    return (int)syscall(SYS_renameat2, folder, name, new_folder, new_name, 1);
#else
    return renameatx_np(folder, name, new_folder, new_name, RENAME_EXCL);
#endif
}
