package dev.innkeeper.workflow;

import dev.innkeeper.support.InnkeeperTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Each kind of mistake that a manager makes in a diagram or a form, and what the review says: where
 * it is, what is wrong and what to do, in both languages.
 */
@InnkeeperTest
class ManagersMistakesInDiagramsTest {

    private static final String COMPLAINT = "complaint-handling.bpmn";
    private static final String ACTION = "corrective-action.bpmn";
    private static final String APPROVE = "approve-compensation.form";

    @Autowired private DiagramReview review;

    private EditedFolder complaint() {
        return new EditedFolder(review, "complaint");
    }

    private static String at(String element) {
        return "element " + element + ", line \\d+";
    }

    // It cannot be read

    @Test
    void aTagThatIsNotClosed() {
        complaint()
                .edit(ACTION, "</bpmn:process>", "")
                .isRefused(ACTION, "line \\d+", "Open it in the modeler and save it again", "重新保存");
    }

    @Test
    void anIdThatIsThereTwice() {
        complaint()
                .edit(
                        ACTION,
                        "<bpmn:userTask id=\"verifyEffect\"",
                        "<bpmn:userTask id=\"stateCauseAndMeasure\"")
                .isRefused(ACTION, at("stateCauseAndMeasure"), "is there twice, in line", "重复：第");
    }

    @Test
    void anElementThatIsNoneOfADiagram() {
        complaint()
                .edit(ACTION, "</bpmn:process>", "<bpmn:wish id=\"wish\"/></bpmn:process>")
                .isRefused(ACTION, "line \\d+|.*wish.*", "The engine cannot run this", "引擎无法执行");
    }

    @Test
    void aFileThatIsNeitherDiagramNorForm() {
        complaint()
                .put("notes.txt", "to be done")
                .isRefused("notes.txt", "", "take the file out", "请移除该文件");
    }

    // Names, ids, labels

    @Test
    void anIdThatTheModelerMadeUp() {
        complaint()
                .edit(
                        ACTION,
                        "</bpmn:process>",
                        endAfter("stateCauseAndMeasure", "Event_0x1f", "Stopped", "停止"))
                .isRefused(ACTION, at("Event_0x1f"), "Give the element one of its own", "请自行命名");
    }

    @Test
    void anElementWithoutAName() {
        complaint()
                .edit(COMPLAINT, "name=\"Close and archive\" ", "")
                .isRefused(
                        COMPLAINT, at("closeComplaint"), "has no name; say in a few words", "没有名称");
    }

    @Test
    void anElementWithoutAChineseName() {
        complaint()
                .edit(COMPLAINT, "value=\"结案归档\"", "value=\"\"")
                .isRefused(
                        COMPLAINT,
                        at("closeComplaint"),
                        "has no Chinese name; add the property name.zh",
                        "请在扩展属性中添加 name.zh");
    }

    @Test
    void aFlowWithoutItsAnswer() {
        complaint()
                .edit(
                        COMPLAINT,
                        "id=\"isApprovalNeededYes\" name=\"yes\"",
                        "id=\"isApprovalNeededYes\"")
                .isRefused(
                        COMPLAINT,
                        at("isApprovalNeededYes"),
                        "has no label; write the answer to \"Approval needed?\" on it",
                        "请写上“Approval needed?”的答案");
    }

    @Test
    void aGatewayThatDoesNotAsk() {
        complaint()
                .edit(COMPLAINT, "name=\"Approval needed?\"", "name=\"Approval\"")
                .isWarnedOf(
                        COMPLAINT,
                        at("isApprovalNeeded"),
                        "end its name \"Approval\" with a question mark",
                        "请以问号结尾");
    }

    // The ways through it

    @Test
    void aGatewayWithoutADefaultFlow() {
        complaint()
                .edit(COMPLAINT, " default=\"isApprovalNeededNo\"", "")
                .isRefused(COMPLAINT, at("isApprovalNeeded"), "has no default flow", "请将其中一条设为默认");
    }

    @Test
    void aGatewayThatJoinsAndAsksAtOnce() {
        complaint()
                .edit(
                        COMPLAINT,
                        "<bpmn:sequenceFlow id=\"compensationSettledToIsCorrectiveActionNeeded\"",
                        """
                        <bpmn:sequenceFlow id="askAgain" sourceRef="openCorrectiveAction" targetRef="isCorrectiveActionNeeded"/>
                        <bpmn:sequenceFlow id="compensationSettledToIsCorrectiveActionNeeded"\
                        """)
                .isWarnedOf(
                        COMPLAINT,
                        at("isCorrectiveActionNeeded"),
                        "join them in a gateway of its own before it",
                        "请在其前面单独放置汇合网关");
    }

    @Test
    void aFlowWithoutItsCondition() {
        complaint()
                .edit(
                        COMPLAINT,
                        "<bpmn:conditionExpression"
                            + " xsi:type=\"bpmn:tFormalExpression\">${approvalNeeded}</bpmn:conditionExpression>",
                        "")
                .isRefused(
                        COMPLAINT,
                        at("isApprovalNeededYes"),
                        "has no condition, so the gateway cannot choose it",
                        "请填写条件");
    }

    @Test
    void anElementToWhichNoWayLeads() {
        complaint()
                .edit(
                        ACTION,
                        "</bpmn:process>",
                        """
                        <bpmn:endEvent id="forgotten" name="Forgotten"><bpmn:extensionElements>
                        <camunda:properties><camunda:property name="name.zh" value="遗忘"/>
                        </camunda:properties></bpmn:extensionElements></bpmn:endEvent></bpmn:process>
                        """)
                .isRefused(ACTION, at("forgotten"), "No way leads to forgotten", "没有路径通向");
    }

    @Test
    void anElementAfterWhichNothingComes() {
        var folder = complaint();
        folder.put(
                        COMPLAINT,
                        folder.text(COMPLAINT)
                                .replaceFirst(
                                        "<bpmn:sequenceFlow"
                                                + " id=\"closeComplaintToComplaintClosed\"[^>]*/>",
                                        "")
                                .replaceAll(
                                        "<bpmn:(incoming|outgoing)>closeComplaintToComplaintClosed</bpmn:\\1>",
                                        "")
                                .replaceFirst(
                                        "(?s)<bpmndi:BPMNEdge"
                                            + " [^>]*bpmnElement=\"closeComplaintToComplaintClosed\".*?</bpmndi:BPMNEdge>",
                                        ""))
                .isRefused(
                        COMPLAINT, at("closeComplaint"), "Nothing follows closeComplaint", "请继续连接");
    }

    @Test
    void anElementThatIsNotInThePicture() {
        complaint()
                .edit(
                        ACTION,
                        "</bpmn:process>",
                        endAfter("verifyEffect", "stopped", "Stopped", "停止"))
                .isWarnedOf(ACTION, at("stopped"), "is in the file but not in the picture", "图中没有");
    }

    @Test
    void severalFlowsOutOfATask() {
        complaint()
                .edit(
                        ACTION,
                        "</bpmn:process>",
                        endAfter("verifyEffect", "stopped", "Stopped", "停止"))
                .isWarnedOf(ACTION, at("verifyEffect"), "put a gateway behind it", "请在其后放置网关");
    }

    // Timers and jobs

    @Test
    void aTimerOfAFixedTime() {
        var folder = complaint();
        folder.put(
                        COMPLAINT,
                        folder.text(COMPLAINT)
                                .replaceFirst(
                                        "<bpmn:timeDate [^>]*>\\$\\{nextCheckAt}</bpmn:timeDate>",
                                        "<bpmn:timeDuration>PT30M</bpmn:timeDuration>"))
                .isRefused(COMPLAINT, at("nextCheckReached"), "counts a fixed time", "使用了固定时长");
    }

    @Test
    void aTimerWithoutADate() {
        var folder = complaint();
        folder.put(
                        COMPLAINT,
                        folder.text(COMPLAINT)
                                .replaceFirst(
                                        "<bpmn:timeDate [^>]*>\\$\\{nextCheckAt}</bpmn:timeDate>",
                                        ""))
                .isRefused(COMPLAINT, at("nextCheckReached"), "has no date; choose Date", "没有日期");
    }

    @Test
    void aStepThatIsNotTriedAgain() {
        var folder = complaint();
        folder.put(
                        COMPLAINT,
                        folder.text(COMPLAINT)
                                .replaceFirst(
                                        "(?s)(id=\"closeComplaint\".*?)<camunda:failedJobRetryTimeCycle>[^<]*</camunda:failedJobRetryTimeCycle>",
                                        "$1"))
                .isWarnedOf(COMPLAINT, at("closeComplaint"), "set the retry time cycle", "请设置重试间隔");
    }

    // The process

    @Test
    void aProcessThatDoesNotSayHowLongItsHistoryIsKept() {
        complaint()
                .edit(ACTION, " camunda:historyTimeToLive=\"P730D\"", "")
                .isRefused(
                        ACTION,
                        at("corrective-action"),
                        "set its history time to live, in days",
                        "请设置“history time to live”");
    }

    @Test
    void aProcessThatNobodyCouldStart() {
        complaint()
                .edit(ACTION, "isExecutable=\"true\"", "isExecutable=\"false\"")
                .isRefused(
                        ACTION,
                        at("corrective-action"),
                        "set isExecutable=\"true\"",
                        "请设置 isExecutable");
    }

    @Test
    void aProcessWithAnotherId() {
        var folder = complaint();
        folder.put(
                        ACTION,
                        folder.text(ACTION)
                                .replace("\"corrective-action\"", "\"corrective-actions\""))
                .isRefused(
                        "",
                        "",
                        "The process corrective-action, which the service starts",
                        "请恢复其流程图");
        folder.isWarnedOf(
                ACTION,
                at("corrective-actions"),
                "Did you mean corrective-action?",
                "是否指 corrective-action？");
    }

    @Test
    void aProcessOfAnotherFolder() {
        var dunning = new EditedFolder(review, "creditreview").text("dunning.bpmn");
        var withForms = complaint().put("dunning.bpmn", dunning);
        for (var form : new String[] {"call-debtor.form", "send-letter.form", "take-over.form"}) {
            withForms.put(form, new EditedFolder(review, "creditreview").text(form));
        }
        withForms.isRefused(
                "dunning.bpmn",
                "element dunning",
                "Another folder publishes a process dunning already",
                "请为本流程另取 id");
    }

    // What the diagram names

    @Test
    void aStepThatIsMistyped() {
        complaint()
                .edit(COMPLAINT, "complaintSteps.gradeComplaint(", "complaintSteps.gradeComplain(")
                .isRefused(
                        COMPLAINT,
                        at("gradeComplaint"),
                        "complaintSteps has no step gradeComplain. Did you mean gradeComplaint?",
                        "是否指 gradeComplaint？");
    }

    @Test
    void stepsThatAreMistyped() {
        complaint()
                .edit(COMPLAINT, "complaintSteps.gradeComplaint(", "complainSteps.gradeComplaint(")
                .isRefused(
                        COMPLAINT,
                        at("gradeComplaint"),
                        "complainSteps are none. Did you mean complaintSteps?",
                        "是否指 complaintSteps？");
    }

    @Test
    void aServiceTaskThatCallsNothing() {
        complaint()
                .edit(
                        COMPLAINT,
                        " camunda:expression=\"#{complaintSteps.gradeComplaint(execution)}\"",
                        "")
                .isRefused(COMPLAINT, at("gradeComplaint"), "calls no step; choose one", "请选择模板");
    }

    @Test
    void anExpressionWhoseBracketIsMissing() {
        complaint()
                .edit(COMPLAINT, "${triageToBeChecked}", "${triageToBeChecked")
                .isRefused(
                        COMPLAINT,
                        at("isTriageToBeCheckedYes"),
                        "cannot be read; look at its brackets and quotes",
                        "请检查括号和引号");
    }

    @Test
    void aMessageThatNobodySends() {
        complaint()
                .edit(COMPLAINT, "name=\"guestAnswered\"/>", "name=\"guestAnswer\"/>")
                .isRefused(
                        COMPLAINT,
                        at("guestAnsweredMessage"),
                        "Nobody sends the message guestAnswer, so a case would wait for ever."
                                + " Did you mean guestAnswered?",
                        "是否指 guestAnswered？");
    }

    @Test
    void aMessageForWhichNothingWaitsAnyMore() {
        complaint()
                .edit(COMPLAINT, "name=\"guestAnswered\"/>", "name=\"regradeRequested\"/>")
                .isWarnedOf(
                        COMPLAINT,
                        at("complaint-handling"),
                        "The service sends the message guestAnswered, for which nothing",
                        "请恢复相应事件");
    }

    @Test
    void aTaskThatTheServiceDoesNotKnow() {
        var folder = complaint();
        folder.put(ACTION, folder.text(ACTION).replace("\"verifyEffect\"", "\"verifyEffects\""))
                .isRefused(
                        ACTION,
                        at("verifyEffects"),
                        "Nobody takes the answers of a task verifyEffects: the service knows no"
                                + " task of this id in this process. Did you mean verifyEffect?",
                        "是否指 verifyEffect？");
    }

    @Test
    void aTaskThatNobodyMayTake() {
        complaint()
                .edit(ACTION, " camunda:candidateGroups=\"quality\"", "")
                .isRefused(ACTION, at("verifyEffect"), "Nobody may take the task", "没有人可以领取");
    }

    @Test
    void aDepartmentThatIsNotThere() {
        complaint()
                .edit(
                        ACTION,
                        "camunda:candidateGroups=\"quality\"",
                        "camunda:candidateGroups=\"qualty\"")
                .isRefused(
                        ACTION,
                        at("verifyEffect"),
                        "There is no department qualty. Did you mean quality?",
                        "是否指 quality？");
    }

    @Test
    void aCallOfAProcessThatIsNotThere() {
        complaint()
                .edit(
                        ACTION,
                        "</bpmn:process>",
                        """
                        <bpmn:callActivity id="callAnother" name="Another" calledElement="dunnin">
                        <bpmn:extensionElements><camunda:properties>
                        <camunda:property name="name.zh" value="另一个"/></camunda:properties>
                        </bpmn:extensionElements></bpmn:callActivity></bpmn:process>
                        """)
                .isRefused(
                        ACTION,
                        at("callAnother"),
                        "There is no process dunnin to call. Did you mean dunning?",
                        "是否指 dunning？");
    }

    // Variables

    @Test
    void aVariableThatIsMistyped() {
        complaint()
                .edit(COMPLAINT, "${approvalNeeded}", "${aprovalNeeded}")
                .isRefused(
                        COMPLAINT,
                        at("isApprovalNeededYes"),
                        "reads aprovalNeeded, which nothing in this process writes."
                                + " Did you mean approvalNeeded?",
                        "是否指 approvalNeeded？");
    }

    @Test
    void aVariableThatIsReadBeforeItIsWritten() {
        complaint()
                .edit(
                        COMPLAINT,
                        "${waitingForGuest}",
                        "${approvalNeeded &amp;&amp; waitingForGuest}")
                .isRefused(
                        COMPLAINT,
                        at("isWaitingForGuestYes"),
                        "reads approvalNeeded, which is not written on every way that leads there."
                                + " It is written by: decideCompensation.",
                        "并非每条通向它的路径都写入了该变量");
    }

    @Test
    void aTimerWhoseDateIsWrittenLater() {
        var folder = complaint();
        folder.put(
                        COMPLAINT,
                        folder.text(COMPLAINT)
                                .replaceFirst("\\$\\{nextCheckAt}", "\\${callbackDueAt}"))
                .isRefused(
                        COMPLAINT,
                        at("nextCheckReached"),
                        "It is written by: callGuestBack, remedyAndReply.",
                        "请让每条路径先经过其中之一");
    }

    // Forms

    @Test
    void aFormThatIsNotThere() {
        complaint()
                .edit(
                        COMPLAINT,
                        "camunda:formRef=\"approve-compensation\"",
                        "camunda:formRef=\"approve-compensations\"")
                .isRefused(
                        COMPLAINT,
                        at("approveCompensation"),
                        "There is no form with the id approve-compensations beside the diagram."
                                + " Did you mean approve-compensation?",
                        "是否指 approve-compensation？");
    }

    @Test
    void aTaskWithoutAForm() {
        complaint()
                .edit(
                        COMPLAINT,
                        " camunda:formRef=\"approve-compensation\""
                                + " camunda:formRefBinding=\"deployment\"",
                        "")
                .isRefused(
                        COMPLAINT,
                        at("approveCompensation"),
                        "has no form; name the form file",
                        "没有表单");
    }

    @Test
    void aFormOfAnotherPublication() {
        complaint()
                .edit(
                        COMPLAINT,
                        "camunda:formRef=\"approve-compensation\""
                                + " camunda:formRefBinding=\"deployment\"",
                        "camunda:formRef=\"approve-compensation\""
                                + " camunda:formRefBinding=\"latest\"")
                .isRefused(
                        COMPLAINT,
                        at("approveCompensation"),
                        "set formRefBinding=\"deployment\"",
                        "请设置 formRefBinding");
    }

    @Test
    void aFormThatNoTaskUses() {
        var folder = complaint();
        folder.put(
                        "ask-nobody.form",
                        folder.text(APPROVE).replace("\"approve-compensation\"", "\"ask-nobody\""))
                .isWarnedOf(
                        "ask-nobody.form", "", "No task of the folder uses this form", "没有任务使用");
    }

    @Test
    void aFormThatCannotBeRead() {
        complaint()
                .edit(APPROVE, "\"schemaVersion\": 18,", "\"schemaVersion\": 18")
                .isRefused(APPROVE, "line 5", "its JSON is broken here", "JSON 有误");
    }

    @Test
    void aFormWhoseIdIsNotThatOfItsFile() {
        complaint()
                .edit(APPROVE, "\"id\": \"approve-compensation\"", "\"id\": \"approve-gift\"")
                .isRefused(APPROVE, "", "set the id to approve-compensation", "请将 id 设为");
    }

    @Test
    void aFieldThatTheServiceDoesNotTake() {
        complaint()
                .edit(APPROVE, "\"key\": \"approved\"", "\"key\": \"aproved\"")
                .isRefused(
                        COMPLAINT,
                        at("approveCompensation"),
                        "asks for aproved, which the service does not take from the task"
                                + " approveCompensation. Did you mean approved?",
                        "是否指 approved？");
    }

    @Test
    void aFieldThatIsNoLongerAskedFor() {
        complaint()
                .edit(APPROVE, "\"key\": \"reason\"", "\"key\": \"approved\"")
                .isWarnedOf(
                        COMPLAINT,
                        at("approveCompensation"),
                        "no longer asks for reason",
                        "请恢复该字段");
    }

    @Test
    void aFieldWithoutAKey() {
        complaint()
                .edit(APPROVE, "\"key\": \"reason\"", "\"key\": \"the reason\"")
                .isRefused(APPROVE, "element the reason", "give it one of letters", "请用字母填写");
    }

    @Test
    void aLabelInOneLanguageOnly() {
        complaint()
                .edit(APPROVE, "\"label.zh\": \"是否批准？\"", "\"label.zh\": \"\"")
                .isRefused(
                        APPROVE,
                        "element approved",
                        "\"May it be given?\" is there in English only",
                        "请同时填写中文 label.zh");
    }

    @Test
    void aChoiceInOneLanguageOnly() {
        complaint()
                .edit(APPROVE, "\"label.zh\": \"不批准\"", "\"label.zh\": \"no\"")
                .isRefused(
                        APPROVE,
                        "element approved",
                        "\"no, reject\" is there in English only",
                        "请同时填写中文");
    }

    @Test
    void aConditionOfAFormThatCannotBeRead() {
        complaint()
                .edit(APPROVE, "=not(approved = \\\"no\\\")", "=not(approved = \\\"no\\\"")
                .isRefused(
                        APPROVE, "element reason", "look at its brackets and quotes", "请检查括号和引号");
    }

    /** A task leads to a new end as well, which is not in the picture. */
    private static String endAfter(String task, String id, String name, String chinese) {
        return """
        <bpmn:sequenceFlow id="%1$sToTheEnd" sourceRef="%1$s" targetRef="%2$s"/>
        <bpmn:endEvent id="%2$s" name="%3$s"><bpmn:extensionElements>
        <camunda:properties><camunda:property name="name.zh" value="%4$s"/>
        </camunda:properties></bpmn:extensionElements></bpmn:endEvent></bpmn:process>
        """
                .formatted(task, id, name, chinese);
    }
}
