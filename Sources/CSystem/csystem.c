#define _GNU_SOURCE
#include "csystem.h"

#include <stdio.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/syscall.h>
#endif

#ifdef SESSIONS_STATIC
// The Swift runtime looks for its program that prints the stack of a crash, in ten places at every start; the linker
// has it ask here. There is none beside a program that is one file.
char *__wrap_swift_copyAuxiliaryExecutablePath(const char *name);
char *__wrap_swift_copyAuxiliaryExecutablePath(const char *name) {
    (void)name;
    return NULL;
}
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
