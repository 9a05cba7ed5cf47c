package org.pixelanon.pipeline;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where each input's output goes: below one folder, at the path the input had below its INPUT
 * argument.
 *
 * @param folder the output folder
 * @param strip prefix taken off an input's path to get its path below the folder ({@code
 *     --relative-path})
 * @param overwrite whether an existing target may be replaced
 * @param inPlace whether the output may be the input itself
 */
public record OutputLayout(Path folder, Optional<Path> strip, boolean overwrite, boolean inPlace) {

    /**
     * Targets and the inputs that can have none.
     *
     * @param targets input to target
     * @param problems input to reason
     */
    public record Targets(Map<InputFile, Path> targets, Map<InputFile, String> problems) {}

    /**
     * Gives each input its target.
     *
     * @param inputs all inputs of the run
     * @return targets; two inputs with one target are both problems, so that neither overwrites the
     *     other
     */
    public Targets assign(List<InputFile> inputs) {
        Map<InputFile, Path> targets = new HashMap<>();
        Map<InputFile, String> problems = new HashMap<>();
        Map<Path, InputFile> taken = new HashMap<>();
        for (InputFile input : inputs) {
            Optional<Path> target = target(input);
            if (target.isEmpty()) {
                problems.put(
                        input,
                        "path does not begin with " + strip.orElse(folder) + " (--relative-path)");
                continue;
            }
            InputFile other = taken.putIfAbsent(target.get(), input);
            if (other != null) {
                problems.put(other, "another input has the same output");
                problems.put(input, "another input has the same output");
            }
            targets.put(input, target.get());
        }
        problems.keySet().forEach(targets::remove);
        return new Targets(targets, problems);
    }

    private Optional<Path> target(InputFile input) {
        if (inPlace) {
            return Optional.of(input.path());
        }
        Path below = input.below();
        if (strip.isPresent()) {
            Path absolute = input.path().toAbsolutePath().normalize();
            Path prefix = strip.get().toAbsolutePath().normalize();
            if (!absolute.startsWith(prefix)) {
                return Optional.empty();
            }
            below = prefix.relativize(absolute);
        }
        return Optional.of(folder.resolve(below).normalize());
    }

    /**
     * Tells why a target must not be written now.
     *
     * @param input the input
     * @param target its target
     * @return the reason, or empty if it may be written
     * @throws PipelineException if the file system does not answer
     */
    public Optional<String> refusal(InputFile input, Path target) throws PipelineException {
        if (!Files.exists(target)) {
            return Optional.empty();
        }
        try {
            if (Files.isSameFile(input.path(), target)) {
                return inPlace
                        ? Optional.empty()
                        : Optional.of("output is the input itself (--in-place allows it)");
            }
        } catch (java.io.IOException e) {
            throw new PipelineException(target + ": cannot be examined", e);
        }
        return overwrite
                ? Optional.empty()
                : Optional.of("output exists (--overwrite or --resume)");
    }
}
