package dev.innkeeper.decision.serve;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the rules are.
 *
 * @param rules the folder of the rules; where there is none, those packed with the program are
 *     served
 * @param rulesPoll how often the folder is looked at where the file system does not tell of changes
 */
@ConfigurationProperties("innkeeper")
public record RulesProperties(
        @DefaultValue("rules") Path rules, @DefaultValue("500ms") Duration rulesPoll) {}
