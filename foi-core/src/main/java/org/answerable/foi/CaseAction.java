package org.answerable.foi;

/** What may be done to a case. */
public enum CaseAction {
    CORRECT_DETAILS("Correct the details"),
    CORRECT_QUESTIONS("Correct the questions"),
    ANSWER("Answer a question"),
    CITE_FIGURE("Cite a figure"),
    SUBMIT("Submit for approval"),
    APPROVE("Approve"),
    RETURN_TO_DRAFTING("Return to drafting"),
    DISPATCH("Record the answer as sent"),
    PUBLISH("Publish in the disclosure log"),
    WITHDRAW_PUBLICATION("Withdraw from the disclosure log");

    private final String label;

    CaseAction(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
