/// How often memory was allocated so far in this process; always 0 where the C library is not glibc.
long allocation_count(void);
