/* What the machine itself takes to look at every session: the names of all files, and of each its stat or its bytes.

     floor stat|read FOLDER [THREADS]

   FOLDER holds a folder for each month. Prints the number of files and their bytes. Built by ./run:
     gcc -O2 -pthread -o floor floor.c */
#define _GNU_SOURCE
#include <dirent.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MOST_THREADS 16

struct file {
    int folder;
    char *name;
};

static struct file *files;
static size_t count, room;
static size_t thread_count = 2;
static int reads;
static long long sums[MOST_THREADS];

static void fail(const char *what) {
    perror(what);
    exit(1);
}

static void list(int folder) {
    DIR *stream = fdopendir(dup(folder));
    struct dirent *entry;
    if (!stream) fail("list");
    while ((entry = readdir(stream))) {
        if (entry->d_name[0] == '.') continue;
        if (count == room) {
            room = room ? room * 2 : 1024;
            files = realloc(files, room * sizeof *files);
            if (!files) fail("memory");
        }
        files[count++] = (struct file){folder, strdup(entry->d_name)};
    }
    closedir(stream);
}

/* Every thread takes an even share, in the order in which the files were found. */
static void *look(void *number) {
    size_t thread = (size_t)number;
    char *buffer = malloc(1 << 20);
    for (size_t i = count * thread / thread_count; i < count * (thread + 1) / thread_count; i++) {
        if (reads) {
            int file = openat(files[i].folder, files[i].name, O_RDONLY | O_CLOEXEC);
            if (file < 0) continue;
            ssize_t bytes;
            while ((bytes = read(file, buffer, 1 << 20)) > 0) sums[thread] += bytes;
            close(file);
        } else {
            struct stat status;
            if (fstatat(files[i].folder, files[i].name, &status, AT_SYMLINK_NOFOLLOW) == 0)
                sums[thread] += status.st_size;
        }
    }
    free(buffer);
    return NULL;
}

int main(int argc, char **argv) {
    if (argc < 3) return fprintf(stderr, "usage: floor stat|read FOLDER [THREADS]\n"), 2;
    reads = strcmp(argv[1], "read") == 0;
    if (argc > 3) thread_count = (size_t)atoi(argv[3]);
    if (thread_count < 1 || thread_count > MOST_THREADS) return 2;
    int top = open(argv[2], O_RDONLY | O_DIRECTORY);
    if (top < 0) fail(argv[2]);
    DIR *months = fdopendir(dup(top));
    struct dirent *entry;
    if (!months) fail(argv[2]);
    while ((entry = readdir(months))) {
        if (entry->d_name[0] == '.') continue;
        int folder = openat(top, entry->d_name, O_RDONLY | O_DIRECTORY);
        if (folder >= 0) list(folder);
    }
    pthread_t threads[MOST_THREADS];
    for (size_t i = 1; i < thread_count; i++)
        if (pthread_create(&threads[i], NULL, look, (void *)i)) fail("thread");
    look((void *)0);
    long long bytes = sums[0];
    for (size_t i = 1; i < thread_count; i++) {
        pthread_join(threads[i], NULL);
        bytes += sums[i];
    }
    printf("%zu files, %lld bytes\n", count, bytes);
    return 0;
}
