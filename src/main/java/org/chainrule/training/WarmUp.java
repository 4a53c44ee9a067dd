package org.chainrule.training;

/** {@code η(1)·t/updates}, and after these updates the schedule from its beginning. */
record WarmUp(LearningRate schedule, int updates) implements LearningRate {
    @Override
    public double at(long t) {
        return t <= updates ? schedule.at(1) * (t / (double) updates) : schedule.at(t - updates);
    }

    @Override
    public String toString() {
        return schedule + ", after a warm-up of " + updates + (updates == 1 ? " update" : " updates");
    }
}
