package org.scrutineer.distribution;

/**
 * Somebody a mail may go to. There is no way to make one but by {@link Recipients}: nobody is written to who does not
 * stand in the catalogue.
 */
public final class Recipient {

    private final String id;
    private final String name;
    private final String address;

    Recipient(String id, String name, String address) {
        this.id = id;
        this.name = name;
        this.address = address;
    }

    /** The id of the role or team in the catalogue. */
    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    public String address() {
        return address;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Recipient that
                && id.equals(that.id)
                && name.equals(that.name)
                && address.equals(that.address);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return name + " <" + address + ">";
    }
}
