package blackbox.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.IncompatibleThreadStateException;
import com.sun.jdi.Location;
import com.sun.jdi.Method;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.StackFrame;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import com.sun.jdi.connect.ListeningConnector;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.request.BreakpointRequest;
import com.sun.jdi.request.ClassPrepareRequest;
import com.sun.jdi.request.EventRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Looks over the shoulder of the application's event thread, as a debugger: whenever that thread is
 * about to open, read, write or list a file, to decode, to ask the database or to wait for another
 * thread, and code of ours is on its stack, the stack is kept. Nothing of this is in the
 * application.
 */
final class EventThreadGuard {

    /** What the event thread must not enter, by class. */
    private static final Map<String, Set<String>> FORBIDDEN =
            Map.ofEntries(
                    Map.entry("java.io.FileInputStream", Set.of("open", "read")),
                    Map.entry("java.io.FileOutputStream", Set.of("open", "write")),
                    Map.entry("java.io.RandomAccessFile", Set.of("open", "read", "write")),
                    Map.entry(
                            "java.io.File",
                            Set.of("exists", "isFile", "isDirectory", "length", "list", "delete")),
                    Map.entry("sun.nio.ch.FileChannelImpl", Set.of("read", "write", "map")),
                    Map.entry(
                            "sun.nio.fs.UnixFileSystemProvider",
                            Set.of("newByteChannel", "newDirectoryStream", "checkAccess")),
                    Map.entry("sun.nio.fs.UnixFileAttributes", Set.of("get")),
                    Map.entry("java.util.concurrent.FutureTask", Set.of("awaitDone")),
                    Map.entry("java.util.concurrent.CompletableFuture", Set.of("waitingGet")),
                    Map.entry("javax.imageio.ImageReader", Set.of("read")),
                    Map.entry("org.sqlite.core.DB", Set.of("prepare", "execute", "exec")),
                    Map.entry(
                            "org.pixelanon.store.RegionStore",
                            Set.of("open", "rows", "files", "similar", "mark", "apply", "replace")),
                    Map.entry(
                            "org.pixelanon.dicom.DicomFile",
                            Set.of("open", "frame", "overlay", "render", "startWindow", "views")));

    /** Loading our own code, words and icons, and outlines of letters, is no I/O of data. */
    private static final List<String> LOADING =
            List.of(
                    "java.lang.ClassLoader",
                    "org.netbeans.JarClassLoader$JarSource",
                    "java.util.ResourceBundle",
                    "org.openide.util.NbBundle",
                    "org.openide.util.ImageUtilities",
                    "sun.font.TrueTypeFont");

    private final String address;
    private final CompletableFuture<VirtualMachine> connected = new CompletableFuture<>();
    private final Set<String> offences = Collections.synchronizedSet(new LinkedHashSet<>());
    private final AtomicInteger seen = new AtomicInteger();
    private VirtualMachine machine;
    private List<ThreadReference> eventThreads = List.of();

    private EventThreadGuard(ListeningConnector connector)
            throws IOException, IllegalConnectorArgumentsException {
        Map<String, Connector.Argument> arguments = connector.defaultArguments();
        arguments.get("localAddress").setValue("127.0.0.1");
        this.address = connector.startListening(arguments);
        inBackground(() -> accept(connector, arguments));
    }

    /** The application does not go on before it is answered. */
    private void accept(ListeningConnector connector, Map<String, Connector.Argument> arguments) {
        try {
            connected.complete(connector.accept(arguments));
            connector.stopListening(arguments);
        } catch (IOException | IllegalConnectorArgumentsException e) {
            connected.completeExceptionally(e);
        }
    }

    private static void inBackground(Runnable task) {
        Thread thread = new Thread(task, "event-thread-guard");
        thread.setDaemon(true);
        thread.start();
    }

    /** Waits for an application that is started with {@link #option()}. */
    static EventThreadGuard listen() throws IOException, IllegalConnectorArgumentsException {
        ListeningConnector sockets =
                Bootstrap.virtualMachineManager().listeningConnectors().stream()
                        .filter(c -> c.name().equals("com.sun.jdi.SocketListen"))
                        .findFirst()
                        .orElseThrow();
        return new EventThreadGuard(sockets);
    }

    /** What the launcher is told. */
    String option() {
        int port = Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
        return "-J-agentlib:jdwp=transport=dt_socket,server=n,suspend=n,address=127.0.0.1:" + port;
    }

    /** Begins to look; the application has its window. */
    void watch() {
        machine = connected.join();
        eventThreads =
                machine.allThreads().stream()
                        .filter(t -> t.name().startsWith("AWT-EventQueue"))
                        .toList();
        assertThat(eventThreads).as("event threads").isNotEmpty();
        FORBIDDEN.keySet().forEach(this::forbid);
        inBackground(this::read);
    }

    private void forbid(String name) {
        ClassPrepareRequest loaded = machine.eventRequestManager().createClassPrepareRequest();
        loaded.addClassFilter(name);
        loaded.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
        loaded.enable();
        machine.classesByName(name).forEach(this::stopAt);
    }

    private void stopAt(ReferenceType type) {
        int entries = 0;
        for (Method method : type.methods()) {
            boolean wanted = FORBIDDEN.get(type.name()).contains(method.name());
            if (wanted && !method.isNative() && !method.isAbstract()) {
                entries++;
                eventThreads.forEach(thread -> stopAt(method.location(), thread));
            }
        }
        if (entries == 0) {
            offences.add("nothing to stop at in " + type.name());
        }
    }

    private void stopAt(Location entry, ThreadReference thread) {
        BreakpointRequest stop = machine.eventRequestManager().createBreakpointRequest(entry);
        stop.addThreadFilter(thread);
        stop.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
        stop.enable();
    }

    private void read() {
        try {
            while (true) {
                EventSet events = machine.eventQueue().remove();
                events.forEach(this::look);
                events.resume();
            }
        } catch (VMDisconnectedException e) {
            seen.incrementAndGet(); // the application ended, as it was told to
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(Event event) {
        if (event instanceof ClassPrepareEvent prepared) {
            stopAt(prepared.referenceType());
        } else if (event instanceof BreakpointEvent stopped) {
            seen.incrementAndGet();
            judge(stopped.thread());
        }
    }

    private void judge(ThreadReference thread) {
        List<String> stack = new ArrayList<>();
        try {
            for (StackFrame frame : thread.frames()) {
                String type = frame.location().declaringType().name();
                String line = type + "." + frame.location().method().name();
                stack.add(line + ":" + frame.location().lineNumber());
                if (LOADING.contains(type)) {
                    return;
                }
                if (type.startsWith("org.pixelanon.")) {
                    offences.add(String.join("\n    ", stack));
                    return;
                }
            }
        } catch (IncompatibleThreadStateException e) {
            offences.add("a stack could not be read: " + e);
        }
    }

    /** Fails if the event thread did anything of the kind, or if nobody looked. */
    void assertQuiet() {
        Collection<ThreadReference> now =
                machine.allThreads().stream()
                        .filter(t -> t.name().startsWith("AWT-EventQueue"))
                        .toList();
        assertThat(now).as("the event threads that are watched").isEqualTo(eventThreads);
        assertThat(seen.get()).as("stops, such as at loading classes").isPositive();
        assertThat(offences).as("I/O, decoding, SQL or waiting on the event thread").isEmpty();
    }
}
