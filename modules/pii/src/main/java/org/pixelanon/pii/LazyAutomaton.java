package org.pixelanon.pii;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Says fast that no expression of a list matches a text: one automaton for all of them, whose
 * states are made when first met. Equal endings of expressions share their states. It may say
 * "perhaps" wrongly, never "no". Thread-safe.
 */
final class LazyAutomaton {

    private static final int[] NONE = {};
    private static final int ASCII = 128;
    private static final int MOST_STATES = 20_000;
    private static final int MOST_COPIES = 100;
    private static final int LARGEST_SHAPE = 5_000;

    private final List<CharTest> tests;
    private final List<int[]> successors;
    private final Map<Key, State> states = new ConcurrentHashMap<>();
    private final int groups;
    private final State start;

    /** The nodes 0 to groups - 1 accept for their group. */
    LazyAutomaton(List<RegexNode> shapes, int groupSize) {
        groups = (shapes.size() + groupSize - 1) / groupSize;
        Builder builder = new Builder(groups);
        TreeSet<Integer> first = new TreeSet<>();
        for (int i = 0; i < shapes.size(); i++) {
            RegexNode shape = shapes.get(i);
            RegexNode safe = size(shape) > LARGEST_SHAPE ? RegexNode.ANYTHING : shape;
            Arrays.stream(builder.before(safe, new int[] {i / groupSize})).forEach(first::add);
        }
        tests = List.copyOf(builder.tests);
        successors = List.copyOf(builder.successors);
        start = intern(toArray(first));
    }

    /** The groups, ascending, that may hold an expression which matches the whole text. */
    int[] mayMatch(String text) {
        State state = start;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            state = step(state, c);
            if (state.nodes.length == 0) {
                return NONE;
            }
        }
        return state.accepting;
    }

    private State step(State state, int c) {
        if (c >= ASCII) {
            return intern(move(state, c));
        }
        State known = state.next.get(c);
        if (known != null) {
            return known;
        }
        State made = intern(move(state, c));
        state.next.set(c, made);
        return made;
    }

    private int[] move(State state, int c) {
        TreeSet<Integer> reached = new TreeSet<>();
        for (int node : state.nodes) {
            if (node >= groups && tests.get(node).takes(c)) {
                for (int successor : successors.get(node)) {
                    reached.add(successor);
                }
            }
        }
        return toArray(reached);
    }

    private State intern(int[] nodes) {
        Key key = new Key(nodes);
        State known = states.get(key);
        if (known != null || states.size() < MOST_STATES) {
            return known != null
                    ? known
                    : states.computeIfAbsent(key, k -> new State(nodes, groups));
        }
        return new State(nodes, groups);
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
        private final List<CharTest> tests = new ArrayList<>();
        private final List<int[]> successors = new ArrayList<>();
        private final Map<List<Object>, Integer> known = new HashMap<>();

        Builder(int groups) {
            for (int i = 0; i < groups; i++) {
                tests.add(CharTest.ANY);
                successors.add(NONE);
            }
        }

        /** The nodes with which a text may begin that matches the shape and then what follows. */
        int[] before(RegexNode shape, int[] follow) {
            if (shape instanceof RegexNode.One one) {
                return new int[] {node(one.test(), follow)};
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
                return loop(CharTest.ANY, follow);
            }
            int[] now = follow;
            if (open) {
                CharTest test =
                        repeat.body() instanceof RegexNode.One one ? one.test() : CharTest.ANY;
                now = loop(test, follow);
            }
            for (int i = copies; i > 0; i--) {
                int[] taken = before(repeat.body(), now);
                now = i > repeat.min() ? union(taken, follow) : taken;
            }
            return now;
        }

        private int[] loop(CharTest test, int[] follow) {
            int id = tests.size();
            tests.add(test);
            int[] either = union(new int[] {id}, follow);
            successors.add(either);
            return either;
        }

        private int node(CharTest test, int[] follow) {
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
