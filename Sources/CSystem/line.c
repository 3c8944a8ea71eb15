// The order in which processes wait for a lock. The kernel wakes the one that has waited longest for a lock that was let
// go, but whoever comes before that one runs gets it: with many at it some wait for ever. Here everybody locks a byte of
// the file, the one below that of the last in the line, and waits for the one above to be free. It is no more than an
// order: a process that dies in the line leaves a gap, and the lock itself is another one.

#define _GNU_SOURCE
#include "csystem.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

// Locks of an open file, not of a process: two in one process stand in line like any other two.
#ifdef F_OFD_SETLKW

// Lines begin here and go down to 0, which is never reached.
static const off_t first_place = (off_t)1 << 62;

static struct flock places(off_t start, off_t count) {
    struct flock lock = {.l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = start, .l_len = count};
    return lock;
}

off_t csystem_join_line(int descriptor) {
    for (;;) {
        // The kernel tells of one that is taken, not of the lowest.
        off_t lowest = first_place + 1;
        for (;;) {
            struct flock taken = places(0, lowest);
            if (fcntl(descriptor, F_OFD_GETLK, &taken) != 0) return -1;
            if (taken.l_type == F_UNLCK) break;
            lowest = taken.l_start;
        }
        struct flock own = places(lowest - 1, 1);
        if (fcntl(descriptor, F_OFD_SETLK, &own) == 0) return lowest > first_place ? -1 : lowest;
        if (errno != EAGAIN && errno != EACCES) return -1;
    }
}

void csystem_wait_in_line(int descriptor, off_t place) {
    struct flock other = places(place, 1);
    while (fcntl(descriptor, F_OFD_SETLKW, &other) != 0 && errno == EINTR) {}
}

#else

off_t csystem_join_line(int descriptor) {
    (void)descriptor;
    return -1;
}

void csystem_wait_in_line(int descriptor, off_t place) {
    (void)descriptor;
    (void)place;
}

#endif
