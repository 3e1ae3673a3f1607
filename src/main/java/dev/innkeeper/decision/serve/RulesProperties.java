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
 * @param rulesCompiled the folder in which compiled rules are kept from one start to the next; who may write to it could
 *     change what rules do
 * @param rulesPoll how often the folder is looked at where the file system does not tell of changes
 */
@ConfigurationProperties("innkeeper")
public record RulesProperties(
        @DefaultValue("rules") Path rules,
        @DefaultValue("data/rules") Path rulesCompiled,
        @DefaultValue("500ms") Duration rulesPoll) {}
