package dev.fulgurite.generator.estate;

/// Someone, or some program, that calls Azure.
public sealed interface Caller {

    /// What the column `Caller` shows.
    String shown();

    String objectId();

    /// Where it calls from on an ordinary day.
    String address();

    /// A person.
    record Person(String upn, String objectId, String givenName, String surname, String address)
            implements Caller {

        @Override
        public String shown() {
            return upn;
        }
    }

    /// A program with an identity of its own; Azure shows its object id.
    record Program(String objectId, String applicationId, String address) implements Caller {

        @Override
        public String shown() {
            return objectId;
        }
    }
}
