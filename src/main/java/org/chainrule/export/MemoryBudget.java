package org.chainrule.export;

/**
 * The memory that the arrays of one file may take: a quarter of what this JVM can have, because a matrix is copied while a
 * network is made of it.
 */
final class MemoryBudget {
    private static final long MEGABYTE = 1_000_000;

    private final long all;
    private long taken;

    private MemoryBudget(long all) {
        this.all = all;
    }

    static MemoryBudget ofThisJvm() {
        return new MemoryBudget(Runtime.getRuntime().maxMemory() / 4);
    }

    /**
     * @throws ModelFileException if not so many bytes are left
     */
    void require(long bytes) throws ModelFileException {
        if (bytes > all - taken) {
            throw new ModelFileException(
                    "needs " + bytes / MEGABYTE + " MB of memory, but a quarter of what this Java has are "
                            + all / MEGABYTE + " MB, of which " + taken / MEGABYTE
                            + " MB are taken; if you trust the file, start Java with more, such as -Xmx8g");
        }
    }

    /**
     * @throws ModelFileException if not so many bytes are left
     */
    void take(long bytes) throws ModelFileException {
        require(bytes);
        taken += bytes;
    }
}
