package org.answerable.directory;

import java.util.List;

/** Somebody else changed the record since the form was opened: nothing was saved, both sides are shown (HTTP 409). */
public class EditConflict extends Conflict {

    private static final long serialVersionUID = 1L;

    private final int current;
    private final transient List<FieldChange> theirs;

    /**
     * @param current the version that is in force now
     * @param theirs what was changed meanwhile
     */
    public EditConflict(int current, List<FieldChange> theirs) {
        super(
                "Somebody else changed this record while you were editing. Compare, then save again to keep"
                        + " your values.");
        this.current = current;
        this.theirs = List.copyOf(theirs);
    }

    public int current() {
        return current;
    }

    public List<FieldChange> theirs() {
        return theirs;
    }
}
