package org.chainrule.training;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.chainrule.data.Require;
import org.chainrule.data.Tabular;

/**
 * What went wrong in a run, in words, each with its evidence and what to try; or that all is well. Units count from 1, as
 * layers do. Immutable.
 *
 * <p>It looks at the run's last network and at the loss on the way, and does not train anything again. What it finds are
 * signs with thresholds: a place to look, not a proof.
 */
public final class Diagnosis implements Tabular {
    /** What can be found. */
    public enum Kind {
        /** A number became NaN or infinite, or the loss grew to a multiple of what it was. */
        DIVERGED("diverged"),
        /** Hidden units with the same weights before and behind them: one unit, several times. */
        SYMMETRIC("symmetric units"),
        /** ReLU units that are 0 for every sample, so that nothing can reach them any more. */
        DEAD("dead ReLUs"),
        /** Sigmoid or tanh units at the flat ends of their curve, where hardly any gradient passes. */
        SATURATED("saturated units"),
        /** A loss that falls no more, though samples are not told apart. */
        PLATEAU("stuck on a plateau"),
        /** A validation loss that rises while the training samples are learned by heart. */
        OVERFITTED("overfitted"),
        /** A loss that was still falling when the run ended. */
        UNFINISHED("not finished"),
        /** Too few epochs or records to see how the loss goes. */
        TOO_SHORT("too short to tell"),
        /** None of these. */
        WELL("all well");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /**
     * One thing that was found.
     *
     * @param evidence the numbers that show it, in a sentence
     * @param remedy what to try
     */
    public record Finding(Kind kind, String evidence, String remedy) {
        @Override
        public String toString() {
            return kind + ": " + evidence + ". Try: " + remedy + ".";
        }
    }

    private final History run;
    private final List<Finding> findings;

    private Diagnosis(History run, List<Finding> findings) {
        this.run = run;
        this.findings = List.copyOf(findings);
    }

    /**
     * Examines a run.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Diagnosis of(History run) {
        Examination examination = new Examination(Require.present("run", run));
        List<Finding> findings = new ArrayList<>();
        UnitFindings.add(examination, findings);
        ValidationFindings.add(run, findings);
        LossFindings.add(examination, findings);
        findings.sort((one, other) -> one.kind().compareTo(other.kind()));
        return new Diagnosis(run, findings);
    }

    /** All that was found, what comes first being the likelier cause of what comes after; never empty. */
    public List<Finding> findings() {
        return findings;
    }

    /** Whether this was found. */
    public boolean has(Kind kind) {
        return findings.stream().anyMatch(finding -> finding.kind() == kind);
    }

    @Override
    public List<String> columns() {
        return List.of("finding", "evidence", "what to try");
    }

    @Override
    public List<List<Object>> cells() {
        return findings.stream()
                .map(finding -> List.<Object>of(finding.kind().toString(), finding.evidence(), finding.remedy()))
                .toList();
    }

    @Override
    public String toString() {
        return findings.stream()
                .map(finding -> finding.kind().toString())
                .distinct()
                .collect(Collectors.joining(", ", "Diagnosis of " + run.network() + ": ", ""));
    }
}
