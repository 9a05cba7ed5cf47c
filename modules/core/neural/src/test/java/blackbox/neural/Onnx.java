package blackbox.neural;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Writes small networks in ONNX form (onnx.proto of version 8, operators of version 13). */
final class Onnx {

    private static final int LENGTH_DELIMITED = 2;
    private static final int FLOAT = 1;
    private static final int INTS = 7;
    private static final int INT64 = 7;

    private final ByteArrayOutputStream graph = new ByteArrayOutputStream();

    /** One message of protocol buffers. */
    private static final class Message {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Message number(int field, long value) {
            varint((long) field << 3);
            varint(value);
            return this;
        }

        Message bytes(int field, byte[] value) {
            varint((long) field << 3 | LENGTH_DELIMITED);
            varint(value.length);
            bytes.writeBytes(value);
            return this;
        }

        Message text(int field, String value) {
            return bytes(field, value.getBytes(StandardCharsets.UTF_8));
        }

        Message message(int field, Message value) {
            return bytes(field, value.bytes.toByteArray());
        }

        private void varint(long value) {
            long rest = value;
            while ((rest & ~0x7FL) != 0) {
                bytes.write((int) (rest & 0x7F | 0x80));
                rest >>>= 7;
            }
            bytes.write((int) rest);
        }
    }

    /** A step of the network. */
    Onnx node(String operator, List<String> inputs, String output, Map<String, long[]> settings) {
        Message node = new Message();
        inputs.forEach(input -> node.text(1, input));
        node.text(2, output).text(4, operator);
        settings.forEach(
                (name, values) -> {
                    Message attribute = new Message().text(1, name);
                    for (long value : values) {
                        attribute.number(8, value);
                    }
                    node.message(5, attribute.number(20, INTS));
                });
        graph.writeBytes(new Message().message(1, node).bytes.toByteArray());
        return this;
    }

    /** Numbers that are part of the network. */
    Onnx constant(String name, long[] shape, float... values) {
        Message tensor = new Message();
        for (long length : shape) {
            tensor.number(1, length);
        }
        ByteBuffer raw = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            raw.putFloat(value);
        }
        tensor.number(2, FLOAT).text(8, name).bytes(9, raw.array());
        graph.writeBytes(new Message().message(5, tensor).bytes.toByteArray());
        return this;
    }

    /** The network from its input "in" to its output "out", of which the dimensions are counted. */
    byte[] model(int inDimensions, int outDimensions) {
        return model(List.of(value("in", FLOAT, inDimensions)), outDimensions);
    }

    /** The network from inputs of whole numbers, 1 x any, to its output "out". */
    byte[] model(List<String> inputs, int outDimensions) {
        return model(inputs.stream().map(name -> value(name, INT64, 2)).toList(), outDimensions);
    }

    private byte[] model(Iterable<Message> inputs, int outDimensions) {
        Message all = new Message();
        all.bytes.writeBytes(graph.toByteArray());
        all.text(2, "drawn");
        inputs.forEach(input -> all.message(11, input));
        all.message(12, value("out", FLOAT, outDimensions));
        Message operators = new Message().text(1, "").number(2, 13);
        return new Message().number(1, 8).message(7, all).message(8, operators).bytes.toByteArray();
    }

    private static Message value(String name, int type, int dimensions) {
        Message shape = new Message();
        for (int i = 0; i < dimensions; i++) {
            shape.message(1, new Message().text(2, name + i));
        }
        Message tensor = new Message().number(1, type).message(2, shape);
        return new Message().text(1, name).message(2, new Message().message(1, tensor));
    }
}
