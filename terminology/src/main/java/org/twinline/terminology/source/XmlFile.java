package org.twinline.terminology.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Streams the elements of an XML file; without document types and external entities. */
final class XmlFile {
  private XmlFile() {}

  /** Takes what is read. Line and column are those of the end of the tag. */
  interface Taker {
    /** An element starts. */
    void start(XMLStreamReader element, Emitter.At at);

    /** An element ends, whose own text (without that of elements in it) is given trimmed. */
    void end(String element, String text, Emitter.At at);
  }

  static void read(Path file, Taker taker, ConceptSink sink) throws IOException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    try (InputStream in = Files.newInputStream(file)) {
      XMLStreamReader reader = factory.createXMLStreamReader(in);
      StringBuilder text = new StringBuilder();
      String encoding = reader.getCharacterEncodingScheme();
      sink.encoding(
          file,
          encoding == null ? reader.getEncoding() + " (found)" : encoding + " (XML declaration)");
      while (reader.hasNext()) {
        switch (reader.next()) {
          case XMLStreamConstants.START_ELEMENT -> {
            text.setLength(0);
            taker.start(reader, at(reader));
          }
          case XMLStreamConstants.CHARACTERS -> text.append(reader.getText());
          case XMLStreamConstants.END_ELEMENT -> {
            taker.end(reader.getLocalName(), text.toString().strip(), at(reader));
            text.setLength(0);
          }
          case XMLStreamConstants.DTD -> {
            sink.problem(problem(file, at(reader), "holds a document type, which is not read"));
            return;
          }
          default -> {}
        }
      }
    } catch (XMLStreamException e) {
      Emitter.At at =
          e.getLocation() == null
              ? new Emitter.At(0, 0)
              : new Emitter.At(e.getLocation().getLineNumber(), e.getLocation().getColumnNumber());
      sink.problem(problem(file, at, "not well-formed XML: " + brief(e)));
    }
  }

  /** The parser's message without its own line and column. */
  private static String brief(XMLStreamException e) {
    String message = String.valueOf(e.getMessage());
    int at = message.indexOf("Message: ");
    return at < 0 ? message : message.substring(at + "Message: ".length());
  }

  private static Emitter.At at(XMLStreamReader reader) {
    return new Emitter.At(
        reader.getLocation().getLineNumber(), reader.getLocation().getColumnNumber());
  }

  private static SourceProblem problem(Path file, Emitter.At at, String message) {
    return new SourceProblem(file, at.line(), at.column(), message);
  }
}
