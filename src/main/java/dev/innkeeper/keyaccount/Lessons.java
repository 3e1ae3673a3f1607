package dev.innkeeper.keyaccount;

import dev.innkeeper.common.Page;

/** Finds what accepted reviews teach, and what they ask to train. */
public interface Lessons {

    /**
     * A page of the lessons that pass the filter, the latest first. Words are looked for in the
     * latest 5,000 that pass the rest of it.
     *
     * @param offset how many to leave out, from 0
     * @param limit how many to give, 1 to 200
     */
    Page<Lesson> find(LessonFilter filter, int offset, int limit);

    /**
     * A page of the topics to train, the most frequent first. Topics that differ in case, width or
     * blanks alone are one.
     *
     * @param offset how many to leave out, from 0
     * @param limit how many to give, 1 to 200
     */
    Page<TrainingTopic> topics(int offset, int limit);
}
