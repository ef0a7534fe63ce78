create index request_converted on request.request (disclosure) where disclosure is not null;
