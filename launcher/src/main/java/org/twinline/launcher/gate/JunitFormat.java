package org.twinline.launcher.gate;

import java.io.StringWriter;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.twinline.launcher.report.Inert;

/**
 * For whatever reads test reports: JUnit's XML as Ant, Surefire and Jenkins write and read it. A
 * check is a test case; a warning passes and says so in {@code system-out}.
 */
final class JunitFormat {
  private JunitFormat() {}

  static String write(GateResult result) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeCharacters("\n");
      String suite = "gate " + result.gate().name();
      xml.writeStartElement("testsuites");
      xml.writeCharacters("\n");
      xml.writeStartElement("testsuite");
      attribute(xml, "name", suite);
      attribute(xml, "tests", String.valueOf(result.checks().size()));
      attribute(xml, "failures", String.valueOf(result.count(CheckResult.State.FAILED)));
      attribute(xml, "errors", "0");
      attribute(xml, "skipped", String.valueOf(result.count(CheckResult.State.SKIPPED)));
      attribute(xml, "time", "0");
      xml.writeCharacters("\n");
      for (CheckResult check : result.checks()) {
        testCase(xml, suite, check);
      }
      xml.writeEndElement();
      xml.writeCharacters("\n");
      xml.writeEndElement();
      xml.writeCharacters("\n");
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("Cannot write XML to memory", e);
    }
    return text.toString();
  }

  private static void testCase(XMLStreamWriter xml, String suite, CheckResult check)
      throws XMLStreamException {
    xml.writeStartElement("testcase");
    attribute(xml, "classname", suite);
    attribute(xml, "name", check.title());
    attribute(xml, "time", "0");
    String message = check.verdict().message();
    switch (check.state()) {
      case FAILED -> {
        xml.writeStartElement("failure");
        attribute(xml, "message", message);
        attribute(xml, "type", check.measured().kind());
        xml.writeCharacters(Inert.text(body(check)));
        xml.writeEndElement();
      }
      case SKIPPED -> {
        xml.writeEmptyElement("skipped");
        attribute(xml, "message", message);
      }
      case WARNED -> {
        xml.writeStartElement("system-out");
        xml.writeCharacters(Inert.text("warning: " + body(check)));
        xml.writeEndElement();
      }
      case PASSED -> {}
    }
    xml.writeEndElement();
    xml.writeCharacters("\n");
  }

  private static String body(CheckResult check) {
    return check.verdict().message()
        + check.evidence().observed().map(figure -> "\nn " + figure.n()).orElse("")
        + check.evidence().baseline().map(figure -> "\nbaseline n " + figure.n()).orElse("")
        + check.evidence().places().stream()
            .map(place -> "\nsee " + place)
            .collect(Collectors.joining());
  }

  private static void attribute(XMLStreamWriter xml, String name, String value)
      throws XMLStreamException {
    xml.writeAttribute(name, Inert.line(value));
  }
}
