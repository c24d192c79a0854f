/** Where the catalog's files are edited; a fork sets its own home here. */
export const repositoryUrl = 'https://github.com/model-tracker/model-tracker';
