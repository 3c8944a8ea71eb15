// Other programs: what Swift cannot call (its C library hides it) or must not do (in a signal handler).

#define _GNU_SOURCE
#include "csystem.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <spawn.h>
#include <unistd.h>

#ifdef __linux__
#include <sys/syscall.h>
#else
#include <sys/event.h>
#endif

int csystem_pipe(int ends[2]) {
    int made[2];
#ifdef __linux__
    if (pipe2(made, O_CLOEXEC) != 0) return -1;
#else
    if (pipe(made) != 0) return -1;
    fcntl(made[0], F_SETFD, FD_CLOEXEC);
    fcntl(made[1], F_SETFD, FD_CLOEXEC);
#endif
    for (int i = 0; i < 2; i++) {
        ends[i] = made[i];
        if (made[i] > 2) continue;
        // A standard stream of this process is closed: the number must stay free for the other program's own.
        ends[i] = fcntl(made[i], F_DUPFD_CLOEXEC, 3);
        int number = errno;
        close(made[i]);
        if (ends[i] >= 0) continue;
        close(i == 0 ? made[1] : ends[0]);
        errno = number;
        return -1;
    }
    return 0;
}

static void add_stream(posix_spawn_file_actions_t *actions, int stream, int descriptor) {
    if (descriptor >= 0)
        posix_spawn_file_actions_adddup2(actions, descriptor, stream);
    else
        posix_spawn_file_actions_addopen(actions, stream, "/dev/null", O_RDWR, 0);
}

int csystem_spawn(
    pid_t *child, char *const words[], char *const environment[], const char *folder, int input, int output,
    int error, int has_own_session) {
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    sigset_t usual, none;
    short flags = POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK;
    posix_spawn_file_actions_init(&actions);
    posix_spawnattr_init(&attributes);
    add_stream(&actions, 0, input);
    add_stream(&actions, 1, output);
    add_stream(&actions, 2, error);
    if (folder) posix_spawn_file_actions_addchdir_np(&actions, folder);
    sigemptyset(&none);
    sigemptyset(&usual);
    sigaddset(&usual, SIGPIPE);
    sigaddset(&usual, SIGXFSZ);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &usual);
    if (has_own_session) flags |= POSIX_SPAWN_SETSID;
    posix_spawnattr_setflags(&attributes, flags);
    int result = posix_spawnp(child, words[0], &actions, &attributes, words, environment);
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    return result;
}

int csystem_open_end(pid_t child) {
#ifdef SYS_pidfd_open
    return (int)syscall(SYS_pidfd_open, child, 0);
#elif !defined(__linux__)
    struct kevent change;
    int queue = kqueue();
    if (queue < 0) return -1;
    fcntl(queue, F_SETFD, FD_CLOEXEC);
    EV_SET(&change, child, EVFILT_PROC, EV_ADD, NOTE_EXIT, 0, NULL);
    if (kevent(queue, &change, 1, NULL, 0, NULL) == 0) return queue;
    close(queue);
    return -1;
#else
    (void)child;
    return -1;
#endif
}

// One pipe for the whole process: what comes out of it is never read, so that everybody who waits sees it.
static int interrupts[2] = {-1, -1};
static const int interrupting[] = {SIGINT, SIGTERM, SIGHUP};
enum { interrupting_count = sizeof interrupting / sizeof interrupting[0] };
static struct sigaction before[interrupting_count];
static int waiting;
static pthread_mutex_t guard = PTHREAD_MUTEX_INITIALIZER;

static void note_interrupt(int number) {
    int saved = errno;
    char byte = (char)number;
    ssize_t written = write(interrupts[1], &byte, 1);
    (void)written;
    errno = saved;
}

int csystem_begin_interrupts(void) {
    int descriptor = -1;
    pthread_mutex_lock(&guard);
    if (interrupts[0] >= 0 || csystem_pipe(interrupts) == 0) {
        fcntl(interrupts[1], F_SETFL, O_NONBLOCK);
        descriptor = interrupts[0];
        if (waiting++ == 0) {
            struct sigaction action = {.sa_handler = note_interrupt};
            sigemptyset(&action.sa_mask);
            for (int i = 0; i < interrupting_count; i++) {
                sigaction(interrupting[i], NULL, &before[i]);
                // Who runs this with nohup wants it to go on.
                if (before[i].sa_handler != SIG_IGN) sigaction(interrupting[i], &action, NULL);
            }
        }
    }
    pthread_mutex_unlock(&guard);
    return descriptor;
}

void csystem_end_interrupts(void) {
    pthread_mutex_lock(&guard);
    if (--waiting == 0)
        for (int i = 0; i < interrupting_count; i++) sigaction(interrupting[i], &before[i], NULL);
    pthread_mutex_unlock(&guard);
}
