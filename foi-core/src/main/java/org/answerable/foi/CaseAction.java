package org.answerable.foi;

/** What may be done to a case. Who may do it, and when, is said by {@link CaseFlow}. */
public enum CaseAction {
    CHECK_VALIDITY("Check that the request is valid"),
    ACKNOWLEDGE("Acknowledge the request"),
    REQUEST_CLARIFICATION("Ask for clarification"),
    RECEIVE_CLARIFICATION("Record the clarification"),
    GIVE_FEES_NOTICE("Give a fees notice"),
    RECORD_FEE("Record the fee"),
    EXTEND("Extend the time"),
    TRANSFER("Transfer to another authority"),
    WITHDRAW_REQUEST("Record that the request is withdrawn"),
    LAPSE("Close as lapsed"),
    ALLOT("Allocate a question"),
    MOVE("Move to another stage"),
    CORRECT_DETAILS("Correct the details"),
    CORRECT_QUESTIONS("Correct the questions"),
    ANSWER("Answer a question"),
    CITE_FIGURE("Cite a figure"),
    CHANGE_REGIME("Change the law a question is handled under"),
    RECORD_OPINION("Record the qualified person's opinion"),
    ESTIMATE_COST("Estimate the cost"),
    SUBMIT("Submit for approval"),
    APPROVE("Approve"),
    DECIDE_REVIEW("Decide the review"),
    RETURN_TO_DRAFTING("Return to drafting"),
    DISPATCH("Send the answer"),
    CONFIRM_SENT("Confirm that the answer went out"),
    PUBLISH("Publish in the disclosure log"),
    WITHDRAW_PUBLICATION("Withdraw from the disclosure log"),
    LINK("Link with another case"),
    OPEN_REVIEW("Open an internal review"),
    OPEN_APPEAL("Open a complaint or an appeal"),
    RECORD_DECISION("Record the decision on the complaint or appeal"),
    HAND_OVER("Hand over to the data protection team");

    private final String label;

    CaseAction(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
