/** The keys of a local authority's configuration: one row a key. The reader and the documentation follow this table. */

/** What a value must be. A note is kept by the authority for itself: any text, and nothing is made of it. */
export type SettingKind =
  | 'code'
  | 'text'
  | 'note'
  | 'flag'
  | 'years'
  | 'name'
  | 'names'
  | 'prefix'
  | 'objects'
  | 'own names';

/** One key, by its path below the authority's code. */
export interface SettingKey {
  readonly key: string;
  readonly kind: SettingKind;
  readonly doc: string;
}

/** What each kind of value looks like, in words. */
export const EXPECTED: Readonly<Record<SettingKind, string>> = {
  code: 'the code of a local authority, three digits',
  text: 'a text',
  note: 'a text',
  flag: 'true or false',
  years: 'a whole number of years from 1 to 99',
  name: 'one name, without brackets, quotes and invisible characters',
  names: 'names with dots between them, without brackets, quotes and invisible characters',
  prefix: '# or ##, then letters, digits and underscores, such as "#ssd_"',
  objects: 'a list of data objects',
  'own names': 'a list of items',
};

const row = (group: string, kind: SettingKind, docs: Readonly<Record<string, string>>): SettingKey[] =>
  Object.entries(docs).map(([name, doc]) => ({ key: group === '' ? name : `${group}.${name}`, kind, doc }));

/** Every key there is, in the order of the form. */
export const SETTING_KEYS: readonly SettingKey[] = [
  ...row('', 'code', { la_code: 'The code again, as at the top of the file.' }),
  ...row('', 'text', { la_name: 'Name of the local authority.' }),
  ...row('deployment_system', 'text', {
    cms: 'The CMS, in any spelling of the vocabulary.',
    cms_db: 'The database: SQLServer, Oracle or PostgreSQL.',
    db_vers: 'Its version; SQL Server from 14 (2017) on gets the modern profile.',
  }),
  ...row('deployment_system', 'note', {
    db_compatibility: 'A note.',
    ics_universe_vers: 'A note.',
    data_warehouse_vers: 'A note.',
    front_end_vers: 'A note.',
  }),
  ...row('config_metadata', 'note', {
    last_updated: 'A note.',
    version: 'A note.',
    updated_by: 'A note.',
    change_description: 'A note.',
    approved_by: 'A note.',
    documentation_link: 'A note.',
  }),
  ...row('header', 'text', { header_text: 'Stands as a comment at the head of the script.' }),
  ...row('settings.extract_parameters', 'years', {
    ssd_timeframe_years: 'Years that the extract looks back.',
    ssd_sub1_range_years: 'Not applied, and the script says so: no table of the standard has a shorter range of years.',
  }),
  ...row('settings.persistent_ssd', 'flag', {
    deploy_temp_tables: 'Tables whose rows end with the session, without foreign keys.',
  }),
  ...row('settings.persistent_ssd', 'prefix', { temp_table_prefix: 'What their names begin with on SQL Server.' }),
  ...row('settings.dbschema', 'names', { data_source_schema: 'Where the tables of the CMS are: database and schema.' }),
  ...row('settings.dbschema', 'name', {
    deployment_database_name: 'Database of the ssd_ tables.',
    deployment_schema_name: 'Schema of the ssd_ tables.',
  }),
  ...row('settings.dev_setup', 'flag', {
    no_count_on: 'SET NOCOUNT on SQL Server: ON where it is true or blank, OFF where it is false.',
  }),
  ...row('global_sql_tag_remove', 'flag', {
    remove_drop_table: 'No script has this element: nothing is dropped.',
    remove_create_table: 'No table is created.',
    remove_insert_data: 'No table is filled.',
    remove_test: 'No script has this element.',
    remove_console: 'No script has this element.',
    remove_deployment_status_note: 'No script has this element.',
    remove_ssd_non_core_modifications: 'No script has this element.',
    remove_create_pk: 'No primary keys.',
    remove_create_fk: 'No foreign keys.',
    remove_create_idx: 'No indexes.',
  }),
  ...row('', 'objects', { named_sql_container_remove: 'Data objects that are left out as a whole.' }),
  ...row('named_sql_tag_remove', 'objects', {
    remove_drop_table: 'No script has this element: nothing is dropped.',
    remove_create_table: 'Their tables are not created.',
    remove_insert_data: 'They are not filled.',
    remove_create_pk: 'They have no primary key.',
    remove_create_fk: 'They have no foreign keys.',
    remove_create_idx: 'They have no indexes.',
  }),
  ...row('extract_sql_custom_la', 'own names', {
    customise_db_schema: 'Items with a column of their own, by their ref.',
  }),
];

/** The keys of one entry of `customise_db_schema`. */
export const OWN_NAME_KEYS: readonly string[] = [
  'ssd_item_ref',
  'ssd_table',
  'ssd_item_field_name',
  'la_field_name',
  'la_table_name',
  'la_datatype',
  'la_datatype_size',
];
