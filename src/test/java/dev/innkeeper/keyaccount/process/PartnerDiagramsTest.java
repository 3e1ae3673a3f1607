package dev.innkeeper.keyaccount.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.innkeeper.keyaccount.RewardStanding;
import dev.innkeeper.keyaccount.facts.PartnerKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.TimeDate;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;

/** The diagrams and forms of partners against the code: what they name is there. */
class PartnerDiagramsTest {

    private static final Path FOLDER = Path.of("processes", "keyaccount");
    private static final Pattern STEP = Pattern.compile("#\\{rewardSteps\\.(\\w+)\\(execution\\)}");
    private static final Pattern VARIABLE = Pattern.compile("[a-zA-Z]\\w*");
    private static final Pattern TEXT = Pattern.compile("'([^']*)'");

    private final List<BpmnModelInstance> diagrams =
            Stream.of(RewardProcess.KEY, RewardProcess.ENTRY_KEY)
                    .map(id -> Bpmn.readModelFromFile(FOLDER.resolve(id + ".bpmn").toFile()))
                    .toList();

    private <T extends BaseElement> List<T> all(Class<T> type) {
        return diagrams.stream()
                .flatMap(diagram -> diagram.getModelElementsByType(type).stream())
                .toList();
    }

    @Test
    void everyProcessIsNamedInTheCode() {
        assertThat(all(Process.class).stream().map(Process::getId))
                .containsExactly(RewardProcess.KEY, RewardProcess.ENTRY_KEY);
    }

    @Test
    void everyServiceTaskIsAStepOfItsName() {
        List<String> steps =
                all(ServiceTask.class).stream()
                        .map(
                                task -> {
                                    var step = STEP.matcher(task.getCamundaExpression());
                                    assertThat(step.matches()).as(task.getId()).isTrue();
                                    assertThat(step.group(1)).isEqualTo(task.getId());
                                    return step.group(1);
                                })
                        .toList();
        assertThat(
                        Arrays.stream(RewardSteps.class.getMethods())
                                .filter(
                                        method ->
                                                Arrays.equals(
                                                        method.getParameterTypes(),
                                                        new Class<?>[] {DelegateExecution.class}))
                                .map(method -> method.getName()))
                .containsExactlyInAnyOrderElementsOf(steps);
    }

    @Test
    void theModelerOffersEveryStep() throws IOException {
        var templates =
                new ObjectMapper()
                        .readTree(
                                Path.of(
                                                "processes",
                                                ".camunda",
                                                "element-templates",
                                                "keyaccount-steps.json")
                                        .toFile());
        Set<String> offered = new HashSet<>();
        for (var template : templates) {
            template.path("properties").forEach(each -> offered.add(each.path("value").asText()));
        }
        assertThat(offered)
                .containsAll(
                        all(ServiceTask.class).stream()
                                .map(ServiceTask::getCamundaExpression)
                                .toList());
    }

    @Test
    void everyVariableThatIsReadIsWrittenAndOnlyThoseAreWritten() {
        var expressions =
                Stream.of(
                                all(SequenceFlow.class).stream()
                                        .filter(flow -> flow.getConditionExpression() != null)
                                        .map(
                                                flow ->
                                                        flow.getConditionExpression()
                                                                .getTextContent()),
                                all(TimeDate.class).stream().map(TimeDate::getTextContent),
                                all(UserTask.class).stream()
                                        .map(UserTask::getCamundaCandidateGroups))
                        .flatMap(each -> each)
                        .toList();
        Set<String> read = new TreeSet<>();
        for (var expression : expressions) {
            var names = VARIABLE.matcher(TEXT.matcher(expression).replaceAll(""));
            while (names.find()) {
                read.add(names.group());
            }
        }
        read.add(RewardProcess.CASE_NUMBER);

        assertThat(read).containsExactlyInAnyOrderElementsOf(RewardProcess.VARIABLES.all());
        assertThat(
                        expressions.stream()
                                .flatMap(text -> TEXT.matcher(text).results())
                                .map(found -> found.group(1)))
                .isSubsetOf(names(RewardStanding.values()))
                .hasSize(2);
    }

    @Test
    void everyMessageIsOneThatTheCodeSends() {
        assertThat(all(Message.class).stream().map(Message::getName))
                .containsExactlyInAnyOrder(
                        RewardProcess.REWARD_CONDITION_MET,
                        RewardProcess.REWARD_CLAIMED,
                        RewardProcess.CONTRACT_CANCELLED);
    }

    @Test
    void everyUserTaskHasTheFormOfItsNameWhoseFieldsTheCodeTakes() throws IOException {
        var tasks = new RewardTasks(null, null, null);
        assertThat(all(UserTask.class)).hasSize(3);
        for (var task : all(UserTask.class)) {
            var form = task.getId().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
            assertThat(task.getCamundaFormRef()).isEqualTo(form);
            assertThat(
                            components(form(form)).stream()
                                    .filter(field -> field.has("key"))
                                    .filter(field -> !field.path("readonly").asBoolean())
                                    .map(field -> field.path("key").asText()))
                    .as(form)
                    .containsExactlyInAnyOrderElementsOf(tasks.asked(task.getId()));
        }
    }

    @Test
    void everyWordOfAFormIsThereInBothLanguages() throws IOException {
        for (var id :
                List.of("approve-reward", "pay-reward", "collect-claw-back", "enter-partner")) {
            bothLanguages(id, form(id));
        }
    }

    @Test
    void everyChoiceOfTheEntryIsAValueOfTheCode() throws IOException {
        assertThat(choices("entry")).isEqualTo(names(PartnerEntry.Entry.values()));
        assertThat(choices("kind")).isEqualTo(names(PartnerKind.values()));
    }

    private static Set<String> choices(String key) throws IOException {
        Set<String> values = new HashSet<>();
        components(form("enter-partner")).stream()
                .filter(field -> field.path("key").asText().equals(key))
                .forEach(
                        field ->
                                field.path("values")
                                        .forEach(
                                                choice ->
                                                        values.add(choice.path("value").asText())));
        return values;
    }

    private static Set<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).collect(Collectors.toSet());
    }

    private static void bothLanguages(String where, JsonNode node) {
        if (node.isObject()) {
            for (var key : List.of("label", "text", "description", "dateLabel", "timeLabel")) {
                if (node.has(key)) {
                    assertThat(node.path(key + ".zh").asText())
                            .as(where + ": Chinese of " + node.path(key).asText())
                            .containsPattern("\\p{IsHan}|Zh}}");
                }
            }
        }
        node.forEach(child -> bothLanguages(where, child));
    }

    private static JsonNode form(String id) throws IOException {
        var form = new ObjectMapper().readTree(FOLDER.resolve(id + ".form").toFile());
        assertThat(form.path("id").asText()).isEqualTo(id);
        return form;
    }

    private static List<JsonNode> components(JsonNode form) {
        List<JsonNode> all = new ArrayList<>();
        form.path("components")
                .forEach(
                        component -> {
                            all.add(component);
                            all.addAll(components(component));
                        });
        return all;
    }
}
