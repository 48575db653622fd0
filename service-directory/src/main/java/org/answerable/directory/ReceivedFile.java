package org.answerable.directory;

import java.io.IOException;
import java.io.InputStream;

/** A file that was sent. It can be read more than once until it is discarded. */
public interface ReceivedFile {

    /** The name it came under. */
    String name();

    /** Its size in bytes. */
    long bytes();

    /** Its content from the beginning; the caller closes it. */
    InputStream open() throws IOException;

    /** Lets go of it, when nobody will read it any more. */
    void discard();
}
