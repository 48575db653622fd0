package org.answerable.foi;

/**
 * What a signed-in person may do. One person may hold several roles, always within one authority.
 */
public enum Role {
    OFFICER("FOI officer"),
    CONTRIBUTOR("contributor"),
    APPROVER("approver"),
    ANALYST("analyst"),
    REVIEWER("internal reviewer"),
    PUBLISHER("publisher"),
    QUALIFIED_PERSON("qualified person"),
    AUDITOR("auditor"),
    /** Nobody with an account: whoever follows the secret link of their own request. */
    REQUESTER("requester"),
    DIRECTORY_EDITOR("directory editor"),
    ADMIN("administrator");

    private final String label;

    Role(String label) {
        this.label = label;
    }

    /** The role in plain English, for messages. */
    public String label() {
        return label;
    }
}
