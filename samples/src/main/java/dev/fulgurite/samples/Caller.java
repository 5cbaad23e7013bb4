package dev.fulgurite.samples;

/// Someone, or some program, that calls Azure.
sealed interface Caller {

    /// What the column `Caller` shows.
    String shown();

    String objectId();

    /// A person.
    ///
    /// @param address where this person works from on an ordinary day
    record Person(String upn, String givenName, String surname, String address) implements Caller {

        @Override
        public String shown() {
            return upn;
        }

        @Override
        public String objectId() {
            return Dice.guid("person " + upn);
        }
    }

    /// A program, with an identity of its own.
    record Program(String name) implements Caller {

        /// Azure shows the object id of a program, not its name.
        @Override
        public String shown() {
            return objectId();
        }

        @Override
        public String objectId() {
            return Dice.guid("program " + name);
        }
    }
}
