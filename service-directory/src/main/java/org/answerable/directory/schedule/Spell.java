package org.answerable.directory.schedule;

import java.time.LocalDateTime;

/**
 * One spell of opening in civil time of Europe/London.
 *
 * @param ends after the start, on the same day or a later one
 */
public record Spell(LocalDateTime starts, LocalDateTime ends) {}
