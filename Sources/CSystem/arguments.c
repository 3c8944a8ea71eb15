// In a static executable the standard library finds the words of the command line by reading /proc/self/maps with
// scanf, at every start: a sixth of all the instructions of one. The C library hands them to initialisers for nothing.
// These two are all that the object of the standard library defines which does that, so that it is left out.

#ifdef SESSIONS_STATIC

static int word_count;
static char **words;

__attribute__((constructor)) static void keep_words(int count, char **given) {
    word_count = count;
    words = given;
}

char **_swift_stdlib_getUnsafeArgvArgc(int *count) {
    *count = word_count;
    return words;
}

void _swift_stdlib_overrideUnsafeArgvArgc(char **given, int count) {
    words = given;
    word_count = count;
}

#endif
