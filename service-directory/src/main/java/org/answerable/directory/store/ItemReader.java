package org.answerable.directory.store;

import java.io.IOException;

/** Takes items one by one. */
@FunctionalInterface
public interface ItemReader {

    /**
     * @param item a JSON object as text
     */
    void read(String item) throws IOException;
}
