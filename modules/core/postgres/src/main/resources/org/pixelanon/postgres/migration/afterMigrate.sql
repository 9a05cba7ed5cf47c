-- The rights of the two roles, where the administrator has made them; others are left alone.
DO $$
BEGIN
    IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'pixelanon_reader') THEN
        GRANT USAGE ON SCHEMA ${flyway:defaultSchema} TO pixelanon_reader;
        GRANT SELECT ON ALL TABLES IN SCHEMA ${flyway:defaultSchema} TO pixelanon_reader;
    END IF;
    IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'pixelanon_curator') THEN
        GRANT USAGE ON SCHEMA ${flyway:defaultSchema} TO pixelanon_curator;
        GRANT SELECT ON ALL TABLES IN SCHEMA ${flyway:defaultSchema} TO pixelanon_curator;
        GRANT INSERT, UPDATE, DELETE ON dicomrects, dicomtags, pixelanon_rows, pixelanon_reasons,
            pixelanon_witnesses, pixelanon_planes, pixelanon_done, pixelanon_claims
            TO pixelanon_curator;
        -- what was done is added to, and never taken away
        GRANT INSERT ON pixelanon_audit TO pixelanon_curator;
        GRANT INSERT, UPDATE ON pixelanon_history TO pixelanon_curator;
        GRANT UPDATE ON pixelanon_change TO pixelanon_curator;
        GRANT USAGE, SELECT, UPDATE ON ALL SEQUENCES IN SCHEMA ${flyway:defaultSchema}
            TO pixelanon_curator;
    END IF;
END $$;
