package dev.innkeeper.change;

import dev.innkeeper.decision.DecisionCatalog;
import dev.innkeeper.decision.load.RuleFolder;
import dev.innkeeper.decision.load.Sources;
import dev.innkeeper.workflow.DiagramFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The folders {@code rules/} and {@code processes/}, where editors work on files. */
@Component
class Workplace {

    private final RuleFolder rules;
    private final DiagramFolders diagrams;
    private final RuleFolder diagramFiles;
    private final SortedSet<String> decisions;

    Workplace(
            ChangeProperties properties,
            DiagramFolders diagrams,
            ObjectProvider<DecisionCatalog> catalogs) {
        this.rules = new RuleFolder(properties.rules());
        this.diagrams = diagrams;
        this.diagramFiles = new RuleFolder(diagrams.root());
        this.decisions =
                catalogs.stream()
                        .flatMap(catalog -> catalog.decisions().stream())
                        .map(decision -> decision.name())
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether editors can work there: not so where the files are those packed with the program. */
    boolean isOnDisk(Unit unit) {
        return unit.isRules() ? rules.isOnDisk() : diagrams.areOnDisk();
    }

    /** The units that there are: those of all known decisions, and each folder of diagrams. */
    Set<Unit> units() {
        var units = new TreeSet<Unit>();
        decisions.forEach(decision -> units.add(Unit.ofRules(decision)));
        diagrams.folders().forEach(folder -> units.add(Unit.ofDiagrams(folder)));
        return units;
    }

    /** The files of a unit. */
    Sources read(Unit unit) {
        if (unit.isRules()) {
            return rules.read(unit.shortName());
        }
        if (!diagrams.areOnDisk()) {
            return new Sources(diagrams.packed().getOrDefault(unit.shortName(), new TreeMap<>()));
        }
        var files = new HashMap<>(diagramFiles.read(unit.shortName()).files());
        files.keySet().removeIf(name -> !isDiagramOrForm(name));
        return new Sources(files);
    }

    private static boolean isDiagramOrForm(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".bpmn") || lower.endsWith(".form");
    }

    /** Where the files of a unit stand. */
    Path path(Unit unit) {
        return (unit.isRules() ? rules : diagramFiles).of(unit.shortName());
    }

    /** Something that changes when a file of the unit does: names, sizes and times. */
    String fingerprint(Unit unit) {
        return (unit.isRules() ? rules : diagramFiles).fingerprint(unit.shortName());
    }

    /** Writes the files of a unit into its folder, and deletes those that it does not have. */
    void write(Unit unit, Sources sources) {
        try {
            Path folder = path(unit);
            Files.createDirectories(folder);
            for (var file : sources.files().entrySet()) {
                Path passing = folder.resolve("." + file.getKey() + ".tmp");
                Files.write(passing, file.getValue());
                Files.move(
                        passing,
                        folder.resolve(file.getKey()),
                        StandardCopyOption.REPLACE_EXISTING,
                        StandardCopyOption.ATOMIC_MOVE);
            }
            for (String file : read(unit).files().keySet()) {
                if (!sources.files().containsKey(file)) {
                    Files.delete(folder.resolve(file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
