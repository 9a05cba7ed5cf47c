package org.pixelanon.pii.regex;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Quickly excludes that any expression of a list matches a text: one automaton for all of them,
 * whose states are created on demand and dropped when there are too many. Equal endings of
 * expressions share states. "Perhaps" may be wrong, "no" never. Thread-safe.
 */
final class LazyAutomaton {

    private static final int[] NONE = {};
    private static final int ASCII = 128;
    private static final int MOST_STATES = 20_000;
    private static final int MOST_TAKERS = 1_000;
    private static final int MOST_COPIES = 100;
    private static final int LARGEST_SHAPE = 5_000;

    private final List<CharClass> tests;
    private final List<int[]> successors;
    private final int groups;
    private final int[] first;

    /** For characters outside ASCII: the nodes that take them. */
    private final Map<Integer, BitSet> takers = new ConcurrentHashMap<>();

    private volatile Memory memory;

    /** The nodes 0 to groups - 1 accept for their group. */
    LazyAutomaton(List<RegexNode> shapes, int groupSize) {
        groups = (shapes.size() + groupSize - 1) / groupSize;
        Builder builder = new Builder(groups);
        TreeSet<Integer> all = new TreeSet<>();
        for (int i = 0; i < shapes.size(); i++) {
            RegexNode shape = shapes.get(i);
            RegexNode safe = size(shape) > LARGEST_SHAPE ? RegexNode.ANYTHING : shape;
            Arrays.stream(builder.before(safe, new int[] {i / groupSize})).forEach(all::add);
        }
        tests = List.copyOf(builder.tests);
        successors = List.copyOf(builder.successors);
        first = toArray(all);
        memory = new Memory(new State(first, groups));
    }

    /** The groups, ascending, that may hold an expression which matches the whole text. */
    int[] mayMatch(String text) {
        Memory known = memory;
        State state = known.start;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            state = step(known, state, c);
            if (state.nodes.length == 0) {
                return NONE;
            }
        }
        return state.accepting;
    }

    private State step(Memory known, State state, int c) {
        if (c >= ASCII) {
            return intern(known, move(state, takers(c)));
        }
        State next = state.next.get(c);
        if (next != null) {
            return next;
        }
        BitSet reached = new BitSet();
        for (int node : state.nodes) {
            if (node >= groups && tests.get(node).takes(c)) {
                reach(node, reached);
            }
        }
        State made = intern(known, reached.stream().toArray());
        state.next.set(c, made);
        return made;
    }

    private int[] move(State state, BitSet taking) {
        BitSet reached = new BitSet();
        for (int node : state.nodes) {
            if (taking.get(node)) {
                reach(node, reached);
            }
        }
        return reached.stream().toArray();
    }

    private void reach(int node, BitSet reached) {
        for (int successor : successors.get(node)) {
            reached.set(successor);
        }
    }

    /** Asks every test once, because outside ASCII that costs a match of the JDK's engine. */
    private BitSet takers(int c) {
        BitSet known = takers.get(c);
        if (known != null) {
            return known;
        }
        Map<CharClass, Boolean> answers = new IdentityHashMap<>();
        BitSet taking = new BitSet(tests.size());
        for (int node = groups; node < tests.size(); node++) {
            taking.set(node, answers.computeIfAbsent(tests.get(node), t -> t.takes(c)));
        }
        if (takers.size() < MOST_TAKERS) {
            takers.put(c, taking);
        }
        return taking;
    }

    private State intern(Memory known, int[] nodes) {
        Key key = new Key(nodes);
        State met = known.states.get(key);
        if (met != null) {
            return met;
        }
        State made = new State(nodes, groups);
        State same = known.states.putIfAbsent(key, made);
        if (same == null && known.states.size() >= MOST_STATES && memory == known) {
            memory = new Memory(new State(first, groups));
        }
        return same == null ? made : same;
    }

    private static long size(RegexNode node) {
        if (node instanceof RegexNode.Sequence s) {
            return s.parts().stream().mapToLong(LazyAutomaton::size).sum();
        }
        if (node instanceof RegexNode.Choice c) {
            return c.options().stream().mapToLong(LazyAutomaton::size).sum();
        }
        if (node instanceof RegexNode.Repeat r) {
            int copies = r.max() == RegexNode.Repeat.UNBOUNDED ? r.min() + 1 : r.max();
            return size(r.body()) * Math.max(1, Math.min(copies, MOST_COPIES));
        }
        return 1;
    }

    private static int[] toArray(TreeSet<Integer> set) {
        return set.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The states met so far; a text is read to its end with the memory it was begun with. */
    private static final class Memory {
        private final Map<Key, State> states = new ConcurrentHashMap<>();
        private final State start;

        Memory(State start) {
            this.start = start;
        }
    }

    private static final class State {
        private final int[] nodes;
        private final int[] accepting;
        private final AtomicReferenceArray<State> next = new AtomicReferenceArray<>(ASCII);

        State(int[] nodes, int groups) {
            this.nodes = nodes;
            this.accepting = Arrays.stream(nodes).filter(n -> n < groups).toArray();
        }
    }

    private static final class Key {
        private final int[] nodes;

        Key(int[] nodes) {
            this.nodes = nodes;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && Arrays.equals(nodes, key.nodes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(nodes);
        }
    }

    /** Makes nodes from the end of an expression to its start. */
    private static final class Builder {
        private final List<CharClass> tests = new ArrayList<>();
        private final List<int[]> successors = new ArrayList<>();
        private final Map<List<Object>, Integer> known = new HashMap<>();

        Builder(int groups) {
            for (int i = 0; i < groups; i++) {
                tests.add(CharClass.ANY);
                successors.add(NONE);
            }
        }

        /** The nodes with which a text may begin that matches the shape and then what follows. */
        int[] before(RegexNode shape, int[] follow) {
            if (shape instanceof RegexNode.One one) {
                return new int[] {node(one.characters(), follow)};
            }
            if (shape instanceof RegexNode.Sequence sequence) {
                int[] now = follow;
                for (int i = sequence.parts().size() - 1; i >= 0; i--) {
                    now = before(sequence.parts().get(i), now);
                }
                return now;
            }
            if (shape instanceof RegexNode.Choice choice) {
                TreeSet<Integer> all = new TreeSet<>();
                choice.options().forEach(o -> add(all, before(o, follow)));
                return toArray(all);
            }
            return repeated((RegexNode.Repeat) shape, follow);
        }

        private int[] repeated(RegexNode.Repeat repeat, int[] follow) {
            boolean open = repeat.max() == RegexNode.Repeat.UNBOUNDED;
            int copies = open ? repeat.min() : repeat.max();
            if (copies > MOST_COPIES) {
                return loop(CharClass.ANY, follow);
            }
            int[] now = follow;
            if (open) {
                CharClass test =
                        repeat.body() instanceof RegexNode.One one
                                ? one.characters()
                                : CharClass.ANY;
                now = loop(test, follow);
            }
            for (int i = copies; i > 0; i--) {
                int[] taken = before(repeat.body(), now);
                now = i > repeat.min() ? union(taken, follow) : taken;
            }
            return now;
        }

        private int[] loop(CharClass test, int[] follow) {
            int id = tests.size();
            tests.add(test);
            int[] either = union(new int[] {id}, follow);
            successors.add(either);
            return either;
        }

        private int node(CharClass test, int[] follow) {
            List<Object> key = List.of(test, Arrays.stream(follow).boxed().toList());
            Integer same = known.get(key);
            if (same != null) {
                return same;
            }
            int id = tests.size();
            tests.add(test);
            successors.add(follow);
            known.put(key, id);
            return id;
        }

        private static int[] union(int[] a, int[] b) {
            TreeSet<Integer> all = new TreeSet<>();
            add(all, a);
            add(all, b);
            return toArray(all);
        }

        private static void add(TreeSet<Integer> all, int[] some) {
            for (int id : some) {
                all.add(id);
            }
        }
    }
}
