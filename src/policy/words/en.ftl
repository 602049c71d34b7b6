documents-menu = Documents
