package org.answerable.directory;

/** Port: which counts of people are too small to become known. The web module implements it. */
public interface SmallCounts {

    /** Counts from 1 to this are small; zero is not. */
    int smallUpTo();

    /** The rule in words, with where it comes from. */
    String words();
}
