package dev.innkeeper.database;

/** The start of the service fails since there is no database to work with. */
class DatabaseUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    /**
     * @param message what is wrong, one sentence for the person who starts the service
     * @param remedy what that person can do about it
     */
    DatabaseUnavailableException(String message, String remedy, Throwable cause) {
        super(message, cause);
        this.remedy = remedy;
    }

    DatabaseUnavailableException(String message, String remedy) {
        this(message, remedy, null);
    }

    String remedy() {
        return remedy;
    }
}
