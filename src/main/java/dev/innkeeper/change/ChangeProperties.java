package dev.innkeeper.change;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where rules come from and how they go live.
 *
 * @param rules the folder of the rules; where there is none, those packed with the program count
 * @param rulesPoll how often the folders of rules and diagrams are looked at where the file system
 *     does not tell of changes
 * @param publishFromFolder whether a file saved in the folders goes live by itself once it passes
 *     all checks; otherwise the folders only fill what the database does not have, and every change
 *     takes a second person. Where left out it is so with the embedded database, as for trying out,
 *     and not with an outside one
 * @param node the name of this node in the list of nodes; its host and process where left out
 * @param releasePoll how often a node asks whether another release is live, whether or not anything
 *     is decided
 */
@ConfigurationProperties("innkeeper")
record ChangeProperties(
        @DefaultValue("rules") Path rules,
        @DefaultValue("500ms") Duration rulesPoll,
        @Nullable Boolean publishFromFolder,
        @Nullable String node,
        @DefaultValue("500ms") Duration releasePoll) {}
