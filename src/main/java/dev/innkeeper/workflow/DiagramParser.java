package dev.innkeeper.workflow;

import dev.innkeeper.common.Finding;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.springframework.stereotype.Component;

/** Reads diagrams as the engine does when they are published, without publishing them. */
@Component
class DiagramParser {

    private static final String ENGINE = "The engine cannot run this:";

    private final ProcessEngineConfigurationImpl engine;

    DiagramParser(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    /** What the engine would refuse in a diagram that is published with these files. */
    List<Finding> parse(DiagramSource source, Map<String, byte[]> files) {
        var deployment = new DeploymentEntity();
        deployment.setNew(true);
        files.forEach(
                (name, content) -> {
                    var resource = new ResourceEntity();
                    resource.setName(name);
                    resource.setBytes(content);
                    deployment.addResource(resource);
                });
        return engine.getCommandExecutorTxRequired()
                .execute(context -> parse(source, files.get(source.file()), deployment));
    }

    private List<Finding> parse(DiagramSource source, byte[] content, DeploymentEntity deployment) {
        try {
            new BpmnParser(engine.getExpressionManager(), engine.getBpmnParseFactory())
                    .createParse()
                    .deployment(deployment)
                    .name(source.file())
                    .sourceInputStream(new ByteArrayInputStream(content))
                    .execute();
            return List.of();
        } catch (ParseException e) {
            var findings = new ArrayList<Finding>();
            e.getResorceReports()
                    .forEach(
                            report ->
                                    report.getErrors()
                                            .forEach(
                                                    error -> findings.add(finding(source, error))));
            return findings;
        } catch (ProcessEngineException e) {
            return List.of(source.error(null, unreadable(String.valueOf(e.getMessage()))));
        }
    }

    private static Finding finding(DiagramSource source, Problem problem) {
        var message = problem.getMessage();
        var said = message.contains(" | ") ? message : unreadable(message);
        var id = problem.getMainElementId();
        if (id != null && !id.isEmpty()) {
            return source.error(id, said);
        }
        var place = problem.getLine() > 0 ? "line " + problem.getLine() : "";
        return Finding.error(source.file(), place, said);
    }

    /** Whether a finding is the engine's own, which we could only hand on. */
    static boolean isInTheEnginesWords(Finding finding) {
        return finding.message().startsWith(ENGINE);
    }

    private static String unreadable(String words) {
        var said = words.replaceAll("\\s+", " ").strip();
        return ENGINE
                + " %1$s. Draw the element anew in the modeler. | 引擎无法执行：%1$s。请在建模工具中重新绘制该元素。"
                        .formatted(
                                said.endsWith(".") ? said.substring(0, said.length() - 1) : said);
    }
}
