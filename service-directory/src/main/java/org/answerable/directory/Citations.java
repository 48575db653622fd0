package org.answerable.directory;

import java.util.List;

/** Statements of the directory for answers to requests. */
public interface Citations {

    /** All statements, newest first. They hold public facts only. */
    List<Citation> all();

    /**
     * @throws NotFound there is none
     */
    Citation find(String id);

    /**
     * Makes a statement and keeps it.
     *
     * @throws InvalidInput fields {@code services}, {@code area}, {@code tier}, {@code need}, {@code at}
     * @throws NotAllowed the actor neither keeps the directory nor answers requests
     */
    Citation make(CitationRequest request, Actor actor);

    /** What is different when the same is asked again now; nothing when it still holds. */
    List<String> differences(String id);
}
