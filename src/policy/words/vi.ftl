documents-menu = Văn bản
