"""What a restricted file may still be opened for; the second wall is written from the same list."""

# GDPR, article 18(2): storage, the person's own rights and consent, claims, the safety of people.
STILL = ("safety", "court", "access", "correction", "writing")

_QUOTED = ", ".join(f"'{purpose}'" for purpose in STILL)

FUNCTIONS = """
CREATE FUNCTION amparo_restricted(wanted uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (
        SELECT 1 FROM access_restriction WHERE case_id = wanted AND lifted_at IS NULL
    )
$$;
CREATE FUNCTION amparo_refuse_restricted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF amparo_restricted(NEW.case_id) THEN
        RAISE EXCEPTION 'the use of case % is restricted: nothing new is shared', NEW.case_id
            USING ERRCODE = '42501';
    END IF;
    RETURN NEW;
END $$;
CREATE FUNCTION amparo_keep_restriction() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        IF TG_OP = 'DELETE' OR OLD.lifted_at IS NOT NULL
            OR (OLD.id, OLD.case_id, OLD.ground, OLD.asked_by, OLD.at, OLD.by_id)
                IS DISTINCT FROM (NEW.id, NEW.case_id, NEW.ground, NEW.asked_by, NEW.at, NEW.by_id)
        THEN
            RAISE EXCEPTION 'a restriction is only lifted, once' USING ERRCODE = '42501';
        END IF;
    END IF;
    IF NOT (amparo_oversees() OR NEW.case_id IN (SELECT * FROM amparo_cases('casework'))) THEN
        RAISE EXCEPTION 'case % is not shared with whoever acts', NEW.case_id
            USING ERRCODE = '42501';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER kept BEFORE INSERT OR UPDATE OR DELETE ON access_restriction
    FOR EACH ROW EXECUTE FUNCTION amparo_keep_restriction();
CREATE TRIGGER restricted BEFORE INSERT ON access_grant
    FOR EACH ROW EXECUTE FUNCTION amparo_refuse_restricted()
"""

DROP_FUNCTIONS = """
DROP TRIGGER restricted ON access_grant;
DROP TRIGGER kept ON access_restriction;
DROP FUNCTION amparo_keep_restriction();
DROP FUNCTION amparo_refuse_restricted();
DROP FUNCTION amparo_restricted(uuid)
"""


def keys_stay_shut(web: str) -> str:
    """No key of a restricted file for the web role, unless the transaction has said a purpose.

    For the web role alone: the owner re-wraps keys each month and must reach every one (ADR 24).
    """
    return (
        f'CREATE POLICY restricted ON vault_datakey AS RESTRICTIVE FOR SELECT TO "{web}" USING ('
        "NOT amparo_restricted(case_id)"
        f" OR current_setting('amparo.purpose', true) IN ({_QUOTED}))"
    )


NOT_RESTRICTED = "case_id NOT IN (SELECT case_id FROM access_restriction WHERE lifted_at IS NULL)"


def keys_stay_shut_at_once(web: str) -> str:
    """The same, for many keys: what is restricted is read once, and so is the purpose."""
    return (
        f'CREATE POLICY restricted ON vault_datakey AS RESTRICTIVE FOR SELECT TO "{web}" USING ('
        f"{NOT_RESTRICTED} OR (SELECT current_setting('amparo.purpose', true)) IN ({_QUOTED}))"
    )
