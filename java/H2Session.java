import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/**
 * H2 in memory, fed with statements: one line a request, one line an answer, so that one JVM serves a whole run.
 * Requests: `open NAME URL`, `run NAME SQL`, `rows NAME SQL`, `close NAME`; URL and SQL are base64 of UTF-8.
 * Answers: `ok`, `no MESSAGE` (base64), `rows JSON` (base64 of a list of lists of texts and nulls).
 * Run as a single source file: java -cp h2.jar H2Session.java
 */
public class H2Session {
    private static final Map<String, Connection> CONNECTIONS = new HashMap<>();

    public static void main(String[] arguments) throws Exception {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.US_ASCII);
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            try {
                out.println(answer(line.split(" ", 3)));
            } catch (SQLException | RuntimeException fault) {
                out.println("no " + encoded(String.valueOf(fault.getMessage())));
            }
        }
    }

    private static String answer(String[] request) throws SQLException {
        String name = request[1];
        if (request[0].equals("open")) {
            CONNECTIONS.put(name, DriverManager.getConnection(decoded(request[2]), "sa", ""));
            return "ok";
        }
        Connection connection = CONNECTIONS.get(name);
        if (request[0].equals("close")) {
            CONNECTIONS.remove(name).close();
            return "ok";
        }
        try (Statement statement = connection.createStatement()) {
            if (request[0].equals("rows")) return "rows " + encoded(json(statement.executeQuery(decoded(request[2]))));
            statement.execute(decoded(request[2]));
            return "ok";
        }
    }

    private static String json(ResultSet rows) throws SQLException {
        int columns = rows.getMetaData().getColumnCount();
        StringBuilder text = new StringBuilder("[");
        while (rows.next()) {
            text.append(text.length() == 1 ? "[" : ",[");
            for (int column = 1; column <= columns; column += 1) {
                if (column > 1) text.append(',');
                quote(rows.getString(column), text);
            }
            text.append(']');
        }
        return text.append(']').toString();
    }

    private static void quote(String value, StringBuilder into) {
        if (value == null) {
            into.append("null");
            return;
        }
        into.append('"');
        for (int index = 0; index < value.length(); index += 1) {
            char unit = value.charAt(index);
            boolean plain = unit >= ' ' && unit < 127 && unit != '"' && unit != '\\';
            into.append(plain ? String.valueOf(unit) : String.format("\\u%04x", (int) unit));
        }
        into.append('"');
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String text) {
        return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
    }
}
