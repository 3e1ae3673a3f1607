package dev.innkeeper.workflow;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the processes come from.
 *
 * @param processes folder of the diagrams and forms, one folder below it for each publication;
 *     where it does not exist, those that are packed in the jar are used
 */
@ConfigurationProperties("innkeeper")
public record WorkflowProperties(@DefaultValue("processes") Path processes) {}
